import { decodeHTML } from 'entities';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Problem } from '../files/problem.ts';
import { toAnchor } from '../formats/markdown.ts';
import { collectionNames, collectionOf } from '../schemas/collections.ts';
import { withoutQuery, type BrokenLink } from './broken-links.ts';

/** What may be a link in the text or in a field of an entry. */
const WRITTEN = /(?<![^\s("'<:>[])(?:\/(?!\/)|#)[^\s)"'<>\]]*/g;

/** An address of a page as people write it. */
function decoded(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address;
	}
}

/** A link as it was written, as its page has it, without a query. */
const asInPage = (written: string, page: string): string => {
	const plain = decoded(written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&'));
	return plain.startsWith('#') ? `${page}#${toAnchor(plain.slice(1))}` : withoutQuery(plain);
};

/** The addresses of pages: `/guide/` of `guide/index.html`. */
export const addressOfPage = (page: string): string => `/${page.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** The entry files, each with the address of the page that shows it; empty if it has none. */
function* entryFiles(contentFolder: string): Generator<{ file: string; page: string }> {
	for (const collection of collectionNames) {
		const folder = join(contentFolder, collection);
		const { address } = collectionOf(collection);
		for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
			if (name.startsWith('.')) continue;
			yield { file: `${collection}/${name}`, page: address?.(parse(name).name) ?? '' };
		}
	}
}

/** The file of the entry that has a page of its own at an address. */
export const fileOfPage = (contentFolder: string, page: string): string | undefined =>
	[...entryFiles(contentFolder)].find((entry) => entry.page === page)?.file;

/** Every place in the content where a link that leads nowhere is written. */
function* placesOf(contentFolder: string, addresses: ReadonlySet<string>) {
	for (const { file, page } of entryFiles(contentFolder)) {
		const lines = readFileSync(join(contentFolder, file), 'utf8').split('\n');
		for (const [index, line] of lines.entries()) {
			for (const [written] of line.matchAll(WRITTEN)) {
				const address = asInPage(written, page.split('#')[0] ?? '');
				if (addresses.has(address)) yield { file, lineNumber: index + 1, written, address };
			}
		}
	}
}

/** Says of links that lead nowhere where in the content they are written; of those that code makes, on which page. */
export function problemsOfLinks(contentFolder: string, brokenLinks: readonly BrokenLink[]): Problem[] {
	const links = brokenLinks.map((link) => ({ ...link, address: decoded(decodeHTML(link.address)) }));
	const addresses = new Set(links.map(({ address }) => withoutQuery(address)));
	const places = [...placesOf(contentFolder, addresses)];
	const found = new Set(places.map(({ address }) => address));
	return [
		...places.map(({ file, lineNumber, written }) => ({
			file,
			lineNumber,
			rule: `The link ${written} leads nowhere`,
			mend: 'Correct it, or take it out: this site has no such page, or the page no such heading.',
		})),
		...links
			.filter(({ address }) => !found.has(withoutQuery(address)))
			.map(({ address, page }) => ({
				file: `the page ${addressOfPage(page)}`,
				rule: `The link ${address} leads nowhere, and stands so in no entry`,
				mend: `Correct it in ${fileOfPage(contentFolder, addressOfPage(page)) ?? 'src/'}, or what src/ makes of it.`,
			})),
	];
}
