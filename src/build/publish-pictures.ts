import type { AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { contentFolder } from '../files/folders.ts';
import { keep, kept, listPictures, readPictures, type PictureFile } from '../files/picture-facts.ts';
import {
	PICTURES_ADDRESS,
	PUBLISHED_PICTURE,
	publishedName,
	publishedWidths,
	recipe,
} from '../files/published-picture.ts';
import { RefusedBuild } from './change-over.ts';

/** A picture in one width, as a page shows it. */
interface Asked {
	address: string;
	picture: PictureFile;
	width: number;
}

/** What is asked for by addresses of published pictures; nothing for an address of none. */
function asked(addresses: readonly string[]): Asked[] {
	if (addresses.length === 0) return [];
	const pictures = new Map(
		readPictures(contentFolder, listPictures(contentFolder)).map((picture) => [publishedName(picture), picture]),
	);
	return addresses.flatMap((address) => {
		const [, name = '', digits] = [...address.matchAll(PUBLISHED_PICTURE)][0] ?? [];
		const picture = pictures.get(name);
		const width = Number(digits);
		return picture && publishedWidths(picture.facts.width).includes(width) ? [{ address, picture, width }] : [];
	});
}

/** Makes a picture anew: upright, without metadata, in the colours of the web. What was made once is kept. */
async function make({ picture, width }: Asked): Promise<Uint8Array> {
	const name = `${publishedName(picture)}-${width}.webp`;
	const before = kept(name);
	if (before) return before;
	// Where no page shows a picture, nothing is loaded.
	const { default: sharp } = await import('sharp');
	// One thread a picture: what comes out must not depend on how many there are.
	sharp.concurrency(1);
	const made = await sharp(picture.path, { failOn: 'truncated' })
		.autoOrient()
		.resize({ width, withoutEnlargement: true })
		.webp({ quality: recipe.quality })
		.toBuffer();
	keep(name, made);
	return made;
}

/** Makes the pictures with these addresses, those that pages show, and puts them into a built site. */
export async function publishPictures(folder: string, addresses: readonly string[]): Promise<void> {
	const shown = asked(addresses);
	if (shown.length < addresses.length) {
		throw new RefusedBuild('A picture in content/assets/ was exchanged while the site was built. Build again.');
	}
	const waiting = shown.values();
	await Promise.all(
		Array.from({ length: availableParallelism() }, async () => {
			for (const one of waiting) {
				const file = join(folder, one.address);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, await make(one));
			}
		}),
	);
}

/** In development a picture is made when a page asks for it. */
export const picturesInDev = (): AstroIntegration => ({
	name: 'pictures-in-dev',
	hooks: {
		'astro:server:setup': ({ server }) => {
			const assets = join(contentFolder, 'assets');
			server.watcher.on('all', (_event, path) => {
				if (path.startsWith(assets + sep)) server.ws.send({ type: 'full-reload' });
			});
			server.middlewares.use((request, response, next) => {
				const address = (request.url ?? '').replace(/\?.*/, '');
				const [one] = address.startsWith(PICTURES_ADDRESS) ? asked([address]) : [];
				if (!one) {
					next();
					return;
				}
				make(one).then((made) => {
					response.setHeader('Content-Type', 'image/webp');
					response.end(made);
				}, next);
			});
		},
	},
});
