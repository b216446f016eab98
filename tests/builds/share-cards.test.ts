import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/files/picture-facts.ts';
import { fileOf } from '../entries.ts';
import { filesOf } from '../site/pages.ts';
import { contentWith, runBuild } from './build-of.ts';

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

test('cards are drawn once, and drawn anew they are the same to the byte', async () => {
	const content = contentWith(files);
	const build = (variables: NodeJS.ProcessEnv = {}) =>
		runBuild({ CONTENT_DIR: content, SHARE_CARDS: 'on', ...variables });
	const first = await build();
	expect(first.output).toMatch(/\d+ share cards drawn/);
	expect(first.exitCode).toBe(0);
	const kept = () => cardsOf(first.folder).map((file) => join(CACHE, file.slice(FOLDER.length)));
	const stamps = () => kept().map((file) => `${file} ${statSync(file).mtimeMs}`);
	const made = stamps();
	expect(made.length).toBeGreaterThan(20);

	const second = await build();
	expect(second.output).not.toContain('share cards drawn');
	expect(stamps()).toEqual(made);
	expect(digestsOf(second.folder)).toEqual(digestsOf(first.folder));

	for (const file of kept()) rmSync(file);
	const third = await build({
		UV_THREADPOOL_SIZE: '1',
		TZ: 'Pacific/Auckland',
		LANG: 'tr_TR.UTF-8',
		FONTCONFIG_FILE: '/dev/null',
	});
	expect(third.output).toContain(`${made.length} share cards drawn`);
	expect(digestsOf(third.folder)).toEqual(digestsOf(first.folder));
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
