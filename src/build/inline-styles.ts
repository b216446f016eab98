import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const LINK = '<link rel="stylesheet" href="';
const LINKS = /^(?:<link rel="stylesheet" href="[^"]*">)+/;

/** A colour of the palette: the names that `tokens.css` gives them are for people. */
const COLOUR = /--([a-z]+-\d+):(#[0-9a-f]{3,8});?/g;

/** Style sheets with the colours themselves where they name some of the palette. */
function withColours(css: string): string {
	const colours = new Map(Array.from(css.matchAll(COLOUR), ([, name = '', colour = '']) => [name, colour]));
	return css.replace(COLOUR, '').replace(/var\(--([a-z]+-\d+)\)/g, (named, name: string) => colours.get(name) ?? named);
}

/** Style sheets as an element, and their SHA-256 in base64. */
interface Inlined {
	element: Buffer<ArrayBuffer>;
	hash: string;
}

/**
 * Puts style sheets into pages in the place of the links to them, as bytes: Astro would do so too, but join and encode
 * the same thirty thousand letters for each page. `folder` is where the sheets lie.
 */
export class InlineStyles {
	readonly #folder: string;
	/** By the links: pages of a kind have the same. */
	readonly #known = new Map<string, Inlined>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** A page with its style sheets, and the hashes of those that were put into it. */
	inline(html: Buffer<ArrayBuffer>): { html: Buffer<ArrayBuffer>; hashes: string[] } {
		const start = html.indexOf(LINK);
		const head = start < 0 ? '' : html.toString('latin1', start, html.indexOf('</head>', start));
		const [links] = LINKS.exec(head) ?? [];
		if (links === undefined) return { html, hashes: [] };
		const { element, hash } = this.#read(links);
		return {
			html: Buffer.concat([html.subarray(0, start), element, html.subarray(start + links.length)]),
			hashes: [hash],
		};
	}

	#read(links: string): Inlined {
		const known = this.#known.get(links);
		if (known) return known;
		const addresses = Array.from(links.matchAll(/href="([^"]*)"/g), ([, address = '']) => address);
		const sheets = addresses.map((address) => readFileSync(join(this.#folder, address), 'utf8'));
		const content = Buffer.from(withColours(sheets.join('')));
		const made = {
			element: Buffer.concat([Buffer.from('<style>'), content, Buffer.from('</style>')]),
			hash: hash('sha256', content, 'base64'),
		};
		this.#known.set(links, made);
		return made;
	}

	/** Removes the files of sheets, once all pages have theirs. */
	removeFiles(): void {
		const folder = join(this.#folder, '_astro');
		for (const name of readdirSync(folder)) if (name.endsWith('.css')) rmSync(join(folder, name));
	}
}
