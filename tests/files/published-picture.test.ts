import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PictureFile } from '../../src/files/picture-facts.ts';
import { asPublished, findPublished, publishedName, publishedWidths } from '../../src/files/published-picture.ts';
import { photo } from '../corpus/pictures.ts';

const picture = (width: number, height: number, digest = 'a'): PictureFile => ({
	file: 'a-house.jpg',
	path: 'content/assets/a-house.jpg',
	digest,
	facts: { type: 'jpeg', width, height, isMoving: false, tellsPlace: false, isWhole: true },
});

test.each([
	[4000, [480, 960, 1600]],
	[1600, [480, 960, 1600]],
	[1300, [480, 960, 1300]],
	// 960 would be nearly the same.
	[1000, [480, 1000]],
	[500, [500]],
	[300, [300]],
	[1, [1]],
])('a picture of %i pixels is published in %j', (width, widths) => {
	expect(publishedWidths(width)).toEqual(widths);
});

test('a page names all widths, and one for browsers that choose none', () => {
	const name = publishedName(picture(4000, 3000));
	const address = (width: number) => `/_astro/pictures/${name}-${width}.webp`;
	expect(asPublished(picture(4000, 3000))).toEqual({
		src: address(960),
		srcset: `${address(480)} 480w, ${address(960)} 960w, ${address(1600)} 1600w`,
		width: 1600,
		height: 1200,
	});
});

test('a small picture stays as large as it is', () => {
	const { src, width, height } = asPublished(picture(300, 200));
	expect([src.endsWith('-300.webp'), width, height]).toEqual([true, 300, 200]);
});

test('a strip has a height', () => {
	expect(asPublished(picture(12_000, 2)).height).toBe(1);
});

test('another picture under the same name has another address', () => {
	expect(asPublished(picture(9, 9, 'b')).src).not.toBe(asPublished(picture(9, 9, 'a')).src);
});

test('a picture that is refused is not shown, nor is one behind a link', async () => {
	const content = mkdtempSync(join(tmpdir(), 'published-'));
	const assets = join(content, 'assets');
	mkdirSync(join(assets, 'houses'), { recursive: true });
	const house = await photo(64, 48).jpeg().toBuffer();
	writeFileSync(join(assets, 'houses/a.jpg'), house);
	writeFileSync(join(assets, 'cut.jpg'), house.subarray(0, house.length / 2));
	writeFileSync(join(content, 'outside.jpg'), house);
	symlinkSync('../outside.jpg', join(assets, 'link.jpg'));
	symlinkSync('..', join(assets, 'folder'));
	const files = [
		'houses/a.jpg',
		'cut.jpg',
		'link.jpg',
		'folder/outside.jpg',
		'../outside.jpg',
		'houses',
		'nowhere.jpg',
	];
	expect(files.filter((file) => findPublished(content, file))).toEqual(['houses/a.jpg']);
	rmSync(content, { recursive: true });
});
