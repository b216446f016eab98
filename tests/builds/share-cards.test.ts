import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { publishShareCards } from '../../src/build/publish-share-cards.ts';
import { digestOf } from '../../src/files/picture-facts.ts';
import { fileOf } from '../entries.ts';
import { filesOf } from '../site/pages.ts';
import { contentWith, runBuild, temporaryFolder } from './build-of.ts';

/** Builds share it; what is once drawn lies there. */
const CACHE = 'node_modules/.cache/share-cards';
const FOLDER = '_astro/share/';

const place = { country: 'GR', place: 'Καρδίτσα', position: { latitude: 39.36, longitude: 21.92, precision: 'town' } };
const files = {
	'clusters/one.md': fileOf('clusters', { name: `A name of ${process.pid} that no other build has`, ...place }),
	'clusters/other.md': fileOf('clusters', { name: `Ένα όνομα του ${process.pid}`, ...place }),
	'updates/news.md': fileOf('updates', { title: `News of ${process.pid}` }),
};

const cardsOf = (folder: string) => filesOf(folder).filter((file) => file.startsWith(FOLDER));
const digestsOf = (folder: string) =>
	cardsOf(folder).map((file) => `${file} ${digestOf(readFileSync(join(folder, file)))}`);

test('cards are drawn once, and drawn anew by another process they are the same to the byte', async () => {
	const content = contentWith(files);
	const first = await runBuild({
		CONTENT_DIR: content,
		SHARE_CARDS: 'on',
		TZ: 'Pacific/Auckland',
		LANG: 'tr_TR.UTF-8',
		FONTCONFIG_FILE: '/dev/null',
		UV_THREADPOOL_SIZE: '1',
	});
	expect(first.output).toMatch(/\d+ share cards drawn/);
	const addresses = cardsOf(first.folder).map((file) => `/${file}`);
	expect(addresses.length).toBeGreaterThan(20);

	// The same step of a build, without the pages.
	const second = temporaryFolder();
	expect(await publishShareCards(second, addresses)).toBe(0);
	expect(digestsOf(second)).toEqual(digestsOf(first.folder));

	for (const address of addresses) rmSync(join(CACHE, basename(address)));
	const third = temporaryFolder();
	expect(await publishShareCards(third, addresses)).toBe(addresses.length);
	expect(digestsOf(third)).toEqual(digestsOf(first.folder));
});

test('a build that is told so draws none, and its pages are the same', async () => {
	const content = contentWith(files);
	const [without, drawn] = [
		await runBuild({ CONTENT_DIR: content }),
		await runBuild({ CONTENT_DIR: content, SHARE_CARDS: 'on' }),
	];
	expect(cardsOf(without.folder)).toEqual([]);
	const page = (folder: string) => readFileSync(join(folder, 'clusters/one/index.html'), 'utf8');
	expect(page(without.folder)).toBe(page(drawn.folder));
});
