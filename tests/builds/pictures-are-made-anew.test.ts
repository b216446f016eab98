import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/files/picture-facts.ts';
import { publishedName } from '../../src/files/published-picture.ts';
import { photo } from '../corpus/pictures.ts';
import { fileOf } from '../entries.ts';
import { filesOf, pagesOf, type BuiltPage } from '../site/pages.ts';
import { contentWith, runBuild } from './build-of.ts';

// What a phone writes, but for the place, which the reader refuses: lying, and to be shown standing.
const house = await photo(2400, 1800)
	.withExifMerge({ IFD0: { Make: 'A phone' } })
	.withMetadata({ orientation: 6 })
	.jpeg()
	.toBuffer();
const files = {
	'assets/house.jpg': house,
	'assets/garden/small.png': await photo(300, 200).ensureAlpha(0.5).png().toBuffer(),
	'assets/unused.jpg': await photo(900, 600).jpeg().toBuffer(),
	'clusters/hub.md': fileOf(
		'clusters',
		{ image: { file: 'house.jpg', alt: 'A house', credit: 'A. Body' } },
		'Words.\n\n![A garden](../assets/garden/small.png)\n',
	),
	'updates/news.md': fileOf('updates', {}, '![The same house](../assets/house.jpg)\n'),
	'guide/parts.mdx': fileOf('guide', {}, 'Words.\n\n![A house in parts](../assets/house.jpg)\n'),
};

/** Builds share it; what is once made lies there. */
const CACHE = 'node_modules/.cache/pictures';

const imagesOn = (pages: readonly BuiltPage[], path: string) =>
	[...(pages.find((page) => page.path === path)?.document.querySelectorAll('img') ?? [])].map((image) =>
		Object.fromEntries([...image.attributes].map(({ name, value }) => [name, value])),
	);
const digestsOf = (folder: string) =>
	filesOf(folder)
		.filter((file) => file.endsWith('.webp') || file.endsWith('.html'))
		.map((file) => [
			file,
			createHash('sha256')
				.update(readFileSync(join(folder, file)))
				.digest('hex'),
		]);

describe('a site with pictures', () => {
	test('shows them anew, in several widths, and ships nothing else of them', async () => {
		const content = contentWith(files);
		const { exitCode, output, folder } = await runBuild({ CONTENT_DIR: content, EDITOR_PAGE: 'on' });
		expect(output).toContain('Complete');
		expect(exitCode).toBe(0);

		const pages = pagesOf(folder);
		const [first, second] = imagesOn(pages, '/clusters/hub/');
		const inTexts = [...imagesOn(pages, '/updates/news/'), ...imagesOn(pages, '/guide/parts/')];
		const { src = '', srcset = '' } = first ?? {};
		const addresses = srcset.split(', ').map((part) => part.split(' ')[0] ?? '');
		expect(addresses.map((address) => address.replace(/[0-9a-f]{16}/, '…'))).toEqual(
			[480, 960, 1600].map((width) => `/_astro/pictures/…-${width}.webp`),
		);
		expect(addresses).toContain(src);
		expect(first).toMatchObject({ alt: 'A house', width: '1600', height: '2133' });
		expect(first?.['sizes']).toMatch(/100vw$/);
		expect(first).not.toHaveProperty('loading');
		expect(second).toMatchObject({ alt: 'A garden', width: '300', height: '200', loading: 'lazy' });
		for (const image of inTexts) {
			expect(image).toMatchObject({ src, srcset, width: '1600', height: '2133', loading: 'lazy' });
			expect(image['sizes']).toBe(second?.['sizes']);
		}
		expect(inTexts.map(({ alt }) => alt)).toEqual(['The same house', 'A house in parts']);

		const shipped = filesOf(folder).filter((file) => /\.(?:jpe?g|png|webp|avif)$/.test(file));
		expect(shipped.map((file) => `/${file}`)).toEqual([...addresses, second?.['src']].sort());
		for (const file of shipped) {
			const { format, exif, xmp, icc, orientation, width, height } = await sharp(join(folder, file)).metadata();
			expect({ format, exif, xmp, icc, orientation }, file).toEqual({ format: 'webp' });
			if (file.endsWith('-480.webp')) expect([width, height]).toEqual([480, 640]);
		}
		expect((await sharp(join(folder, second?.['src'] ?? '')).metadata()).hasAlpha).toBe(true);
		expect(readFileSync(join(folder, 'admin/preview-site.json'), 'utf8')).toContain(srcset);
	});

	test('is the same to the byte when all is made again, and makes nothing when nothing has changed', async () => {
		const content = contentWith(files);
		const sources = [files['assets/house.jpg'], files['assets/garden/small.png']].map(digestOf);
		const isOurs = (file: string) =>
			sources.some((digest) => file.startsWith(digest) || file.startsWith(publishedName({ digest })));
		const kept = () =>
			filesOf(CACHE)
				.filter(isOurs)
				.map((file) => `${file} ${statSync(join(CACHE, file)).mtimeMs}`);
		const forget = () => {
			for (const file of filesOf(CACHE).filter(isOurs)) rmSync(join(CACHE, file));
		};
		forget();
		const first = await runBuild({ CONTENT_DIR: content });
		const made = kept();
		expect(made.filter((file) => file.includes('.webp'))).toHaveLength(4);
		const second = await runBuild({ CONTENT_DIR: content });
		expect(kept()).toEqual(made);
		forget();
		const third = await runBuild({ CONTENT_DIR: content, UV_THREADPOOL_SIZE: '1', TZ: 'Pacific/Auckland' });
		expect(digestsOf(second.folder)).toEqual(digestsOf(first.folder));
		expect(digestsOf(third.folder)).toEqual(digestsOf(first.folder));
	});
});

test('a build with bad pictures names each with reason and mend, and shows no stack', async () => {
	const { exitCode, output } = await runBuild({
		CONTENT_DIR: contentWith({
			'assets/fake.jpg': 'This is no picture.',
			'assets/empty.png': '',
			'assets/cut.jpg': house.subarray(0, house.length / 2),
		}),
	});
	expect(exitCode).toBe(1);
	expect(output).toContain('3 problems in the content');
	for (const words of [
		/assets\/fake\.jpg\n\s+The file is a text, and no picture\.\n\s+→ Put the picture itself there/,
		/assets\/empty\.png\n\s+The file is empty\.\n\s+→ Put the picture there again/,
		/assets\/cut\.jpg\n\s+The picture is cut off or damaged: it cannot be read to its end\.\n\s+→ Put a whole copy/,
	]) {
		expect(output).toMatch(words);
	}
	expect(output).not.toMatch(/look-at-pictures|NoImageMetadata/);
});
