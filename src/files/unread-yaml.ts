import { isScalar, LineCounter, parseDocument, visit, type Scalar } from 'yaml';
import type { ParsedFile } from './front-matter.ts';
import type { Problem } from './problem.ts';

/** A sign behind a blank, or behind a colon and a blank, with which YAML begins something else. */
const MAY_BE_UNREAD = /[ \t]#|[:-][ \t]+[&]/;

/** The rest of a line behind a value. */
const COMMENT = /^[ \t]+(#[^\r\n]*)/;

/**
 * What a text in the fields of a file lost because YAML reads it otherwise: what stands behind ` #`, and a first word
 * that begins with `&`. The file is read all the same, for both can be meant.
 */
export function findUnread(file: string, { yaml, yamlLine }: ParsedFile): Problem[] {
	if (!MAY_BE_UNREAD.test(yaml)) return [];
	const lines = new LineCounter();
	const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false, lineCounter: lines });
	const used = new Set<string>();
	visit(document, { Alias: (_key, { source }) => void used.add(source) });
	const warnings: Problem[] = [];
	const warn = ({ range }: Scalar, unread: string, mend: string) => {
		const lineNumber = yamlLine + lines.linePos(range?.[0] ?? 0).line - 1;
		const rule = `The fields are read without “${unread}”, which YAML takes for no part of the text`;
		warnings.push({ file, lineNumber, rule, mend });
	};
	visit(document, {
		Scalar(_key, scalar) {
			const { range, anchor, type, value } = scalar;
			if (!isScalar(scalar) || !range || type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return;
			const comment = COMMENT.exec(yaml.slice(range[1]))?.[1];
			if (comment !== undefined && value !== null) {
				const mend = 'Put quotation marks around the whole text; if it is a note, give it a line of its own.';
				warn(scalar, comment, mend);
			}
			if (anchor !== undefined && !used.has(anchor)) {
				warn(scalar, `&${anchor}`, 'Put quotation marks around the whole text.');
			}
		},
	});
	return warnings;
}
