import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../files/problem.ts';
import { readText } from '../files/read-text.ts';

/** Pages with the profiles of one value are not there while no profile has it. */
const OF_VALUES = /^\/clusters\/(?:country|theme|service)\/[a-z-]+\/$/;

/** What is wrong with signposts of the content that lead to no page of a built site. */
export function problemsOfSignposts(site: string, content: string): Problem[] {
	const folder = join(content, 'signposts');
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		const lines = (readText(join(folder, name)) ?? '').split('\n');
		const line = lines.findIndex((text) => text.startsWith('address:'));
		const address = /^address: *["']?([^"'\s]*)/.exec(lines[line] ?? '')?.[1];
		if (address === undefined || OF_VALUES.test(address) || existsSync(join(site, address, 'index.html'))) return [];
		return {
			file: `signposts/${name}`,
			lineNumber: line + 1,
			label: 'Address',
			field: 'address',
			value: address,
			rule: 'is no page of this site',
			mend: 'Copy the address from the page, from the first / after the host on.',
		};
	});
}
