import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textOf } from '../../src/editor/entry-values.ts';
import { formatProblem } from '../../src/files/problem.ts';
import { readContent } from '../../src/files/read-content.ts';
import type { Fields } from '../../src/files/values.ts';
import { parseMarkdown } from '../../src/formats/markdown.ts';
import { textProblems } from '../../src/preview/text-problems.ts';
import { collectionOf, type CollectionName } from '../../src/schemas/collections.ts';
import { slugOf } from '../../src/schemas/slug.ts';
import { BODIES, EditedFolder } from '../corpus/random-edits.ts';
import { randomFrom } from '../random.ts';
import { EditedSite } from './edited-site.ts';

vi.mock('../../src/preview/load-preview.client.ts', () => ({
	loadPreview: () => Promise.resolve({ parseMarkdown, textProblems }),
}));
// Whoever edits here says yes to every warning.
vi.mock('../../src/editor/ask.ts', () => ({ ask: () => Promise.resolve(true), tell: () => Promise.resolve() }));

/** Others are made by `SESSION_SEED=2`, more by `SESSIONS=200`, of all content by `SESSION_ENTRIES=999`; it stays in `SESSIONS_INTO`. */
const SEED = Number(process.env['SESSION_SEED'] ?? 1);
const SESSIONS = Number(process.env['SESSIONS'] ?? 30);
const STEPS = 8;

const root = process.env['SESSIONS_INTO'] ?? mkdtempSync(join(tmpdir(), 'sessions-'));
const folder = join(root, 'content');
let site: EditedSite;

/** Pages of the site that are no entries. */
const pages = new Set(['/', '/about/', '/clusters/', '/updates/', '/data/clusters.csv', '/guide/words/']);

beforeAll(async () => {
	cpSync('content', folder, { recursive: true });
	const edited = new EditedFolder(folder);
	edited.thin(Number(process.env['SESSION_ENTRIES'] ?? 12));
	const picture = await sharp({ create: { width: 4, height: 3, channels: 3, background: 'teal' } })
		.png()
		.toBuffer();
	site = new EditedSite(folder, picture);
	vi.stubGlobal('fetch', (address: string) =>
		Promise.resolve(
			site.built.has(address)
				? Response.json(site.built.get(address))
				: new Response('', { status: pages.has(address.split('?')[0] ?? '') ? 200 : 404 }),
		),
	);
});
afterAll(() => {
	vi.unstubAllGlobals();
	if (process.env['SESSIONS_INTO'] === undefined) rmSync(root, { recursive: true });
});

test(`${SESSIONS} sessions of seed ${SEED} leave a content folder that the build reads`, async () => {
	const random = randomFrom(SEED);
	const drafts = new Map<string, { collection: CollectionName; slug: string }>();
	let number = 0;
	let done = 0;
	const did: string[] = [];

	const paths = () => [...site.host.published.keys()];
	const pathsOf = (collection: CollectionName) => paths().filter((path) => path.startsWith(`content/${collection}/`));
	const anySlug = () =>
		slugOf(
			random.oneOf([...paths(), 'content/terms/nowhere.yaml', ...did.map((line) => line.split(' ').at(-1) ?? '')]),
		);
	const pictureName = () => `content/assets/picture-${random.below(12)}.png`;
	const link = () => {
		const path = random.oneOf(paths());
		const address = collectionOf(site.collectionOf(path)).address?.(random.oneOf([slugOf(path), anySlug()]));
		return random.oneOf([address ?? '/about/', '/nowhere/', '#nowhere', '/clusters/?country=FR', '/data/clusters.csv']);
	};
	const body = (now: unknown) =>
		random.oneOf([
			() => random.oneOf(BODIES),
			() => `${textOf(now)}\n\nSee [this](${link()}).`,
			() => `![A house](${pictureName().replace('content', '..')} "Us")`,
			() => `## A heading\n\n[up](#a-heading) [down](#nowhere)`,
		])();

	/** What somebody does to a form. */
	const change = (fields: Fields, collection: CollectionName): Fields => {
		const other = site.fieldsOf(random.oneOf(pathsOf(collection)));
		const names = Object.keys(collectionOf(collection).schema.shape);
		const name = random.oneOf(names);
		return random.oneOf([
			() => ({ ...fields, [name]: other[name] }),
			() => ({ ...fields, [name]: random.oneOf(['', undefined, [], {}, 'word', 2027, [anySlug()]]) }),
			() => ({
				...fields,
				...(names.includes('aliases') ? { aliases: random.someOf([anySlug(), anySlug(), 'page'], 2) } : {}),
			}),
			() => ({
				...fields,
				...(collection === 'clusters' ? { relations: [{ cluster: anySlug(), kind: 'partner' }] } : {}),
			}),
			() => ({ ...fields, ...(collection === 'updates' ? { clusters: [anySlug()], meetings: [anySlug()] } : {}) }),
			() => ({ ...fields, ...('body' in fields ? { body: body(fields['body']) } : {}) }),
			() => ({
				...fields,
				...(names.includes('image')
					? { image: { file: pictureName().replace('content/assets/', ''), alt: 'A house.', credit: 'Us' } }
					: {}),
			}),
		])();
	};

	const saved = (draft: { collection: CollectionName; slug: string }, useWorkflow: boolean) => {
		if (useWorkflow) drafts.set(`${draft.collection}/${draft.slug}`, draft);
	};
	const steps: (() => Promise<unknown>)[] = [
		async () => {
			const path = random.oneOf(paths());
			const collection = site.collectionOf(path);
			const useWorkflow = random.below(2) === 0;
			// With a draft there is, its form opens, and not that of what is published.
			if (drafts.has(`${collection}/${slugOf(path)}`)) return;
			const fields = change(site.fieldsOf(path), collection);
			did.push(`edit ${path}`);
			saved(await site.save(path, fields, collection, random.someOf([pictureName()], 1), useWorkflow), useWorkflow);
		},
		async () => {
			const path = random.oneOf(paths());
			const collection = site.collectionOf(path);
			if (drafts.has(`${collection}/${slugOf(path)}`) || !('aliases' in collectionOf(collection).schema.shape)) return;
			const useWorkflow = random.below(2) === 0;
			const slug = random.oneOf([`renamed-${++number}`, anySlug(), 'page', 'con']);
			did.push(`rename ${path} to ${slug}`);
			const fields = { ...site.fieldsOf(path), $slug: slug };
			const draft = await site.save(path, fields, collection, [], useWorkflow);
			saved({ collection, slug: slugOf(path) }, useWorkflow);
			return draft;
		},
		async () => {
			const path = random.oneOf(paths());
			const collection = site.collectionOf(path);
			const { titleField = 'title' } = collectionOf(collection);
			const copy = { ...site.fieldsOf(path), $source: undefined };
			const useWorkflow = random.below(2) === 0;
			did.push(`duplicate ${path}`);
			const fields = { ...copy, [titleField]: `${textOf(Reflect.get(copy, titleField))} ${random.below(3)}` };
			saved(await site.save(undefined, fields, collection, [], useWorkflow), useWorkflow);
		},
		() => {
			site.host.media.add(pictureName());
			return Promise.resolve();
		},
		() => {
			const path = random.oneOf([...paths(), ...site.host.media]);
			did.push(`delete ${path}`);
			return site.host.deleteFiles([path]);
		},
		async () => {
			if (drafts.size === 0) return;
			const [key, { collection, slug }] = random.oneOf([...drafts]);
			did.push(`publish ${key}`);
			await site.host.publishUnpublishedEntry(collection, slug);
			drafts.delete(key);
		},
	];

	for (let session = 1; session <= SESSIONS; session++) {
		did.length = 0;
		for (let step = 0; step < STEPS; step++) {
			const refusal = await random
				.oneOf(steps)()
				.then(
					() => undefined,
					(error: unknown) => error,
				);
			const said = refusal instanceof Error ? refusal.message : String(refusal);
			if (refusal === undefined) done++;
			else expect(said, did.join('\n')).toMatch(/^[A-Z“].*[.?]$/s);
		}
		// The site is built now and then; in between the editor knows it as it was.
		if (session % 5 === 0) site.build();
		site.write();
		const { problems } = readContent(folder);
		expect(problems.map(formatProblem), `session ${session}:\n${did.join('\n')}`).toEqual([]);
	}
	// With few entries left or few steps done, nothing would be shown.
	expect(done).toBeGreaterThan((SESSIONS * STEPS) / 2);
	console.log(`${done} of ${SESSIONS * STEPS} steps were done, the others refused`);
}, 600_000);
