import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Pagefind begins every file it packs with this. */
const SIGNATURE = 'pagefind_dcd';

/** More files of texts than this are packed into so many. Hosts count files: Cloudflare takes 20,000 on its free plan. */
export const TEXT_FILES_MAX = 3_000;

const ENDING = '.pf_fragment';

/** What Pagefind’s module does to read the text of a result, by its id. */
const ADDRESS = '`${this.basePath}fragment/${hash}.pf_fragment`';
const ANSWER = 'return JSON.parse(new TextDecoder().decode(fragment));';

/** The number of the file in which the text of an id lies: the id ends in a hash in hexadecimal digits. */
const fileOf = (id: string, count: number): number => Number.parseInt(id.slice(id.indexOf('_') + 1), 16) % count;

/** Replaces a piece of Pagefind’s module. Throws if it is another one than what is known here. */
function replaced(text: string, piece: string, replacement: string): string {
	if (text.split(piece).length !== 2) {
		throw new Error(`Pagefind’s module reads texts in another way than is known: “${piece}” is not there once.`);
	}
	return text.replace(piece, () => replacement);
}

/** The texts that Pagefind keeps beside an index, by the id of each result: each an entry as it was added. */
export function readTexts(folder: string): Map<string, string> {
	const fragments = join(folder, 'fragment');
	// An index of nothing has none.
	const names = existsSync(fragments) ? readdirSync(fragments) : [];
	return new Map(
		names.map((name) => {
			const text = gunzipSync(readFileSync(join(fragments, name))).toString();
			return [name.slice(0, -ENDING.length), text.slice(SIGNATURE.length)];
		}),
	);
}

/**
 * Pagefind keeps the text of each result in a file of its own. Where there are more than `max`, packs them into so
 * many files, and has Pagefind’s module look there.
 */
export function packTexts(folder: string, texts: ReadonlyMap<string, string>, max: number): void {
	if (texts.size <= max) return;
	const module = join(folder, 'pagefind.js');
	const file = "${Number.parseInt(hash.slice(hash.indexOf('_')+1),16)%" + String(max) + '}';
	const looking = replaced(readFileSync(module, 'utf8'), ADDRESS, `\`\${this.basePath}fragment/${file}${ENDING}\``);
	writeFileSync(module, replaced(looking, ANSWER, ANSWER.replace(';', '[hash];')));
	const fragments = join(folder, 'fragment');
	const packs = new Map<number, string[]>();
	for (const [id, text] of texts) {
		rmSync(join(fragments, `${id}${ENDING}`));
		const number = fileOf(id, max);
		packs.set(number, [...(packs.get(number) ?? []), `${JSON.stringify(id)}:${text}`]);
	}
	for (const [number, members] of packs) {
		const packed = gzipSync(`${SIGNATURE}{${members.toSorted().join()}}`);
		writeFileSync(join(fragments, `${number}${ENDING}`), packed);
	}
}
