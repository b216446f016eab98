import type { AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
	findShareCard,
	keepBackground,
	keptBackground,
	keptShareCard,
	SHARE_CARD,
	SHARE_CARDS_ADDRESS,
	type ShareCard,
} from '../files/share-card.ts';
import type { Area } from '../formats/map.ts';
import { RefusedBuild } from './change-over.ts';
import type { CardsToDraw } from './share-cards.worker.ts';

/** Whether a build draws share cards: yes, unless `SHARE_CARDS` is `off`, which spares builds in tests the work. */
const drawsCards = (): boolean => process.env['SHARE_CARDS'] !== 'off';

const nameIn = (address: string): string => [...address.matchAll(SHARE_CARD)][0]?.[1] ?? '';

const drawable = new Set<string>();

/** Whether it is known what the share card at this address shows, or a page has to ask for it again. */
export function canBeDrawn(address: string): boolean {
	if (!drawable.has(address) && findShareCard(nameIn(address))) drawable.add(address);
	return drawable.has(address);
}

/** Has a file do something in a thread of its own, and gives what it answers. */
const inThread = <Answer>(file: string, data: unknown): Promise<Answer> =>
	new Promise((answered, failed) => {
		new Worker(resolve('src/build', file), { workerData: data })
			.once('message', answered)
			.once('error', failed)
			.once('exit', (code) => {
				failed(new Error(`The thread of ${file} ended with ${code} before it answered.`));
			});
	});

/** What lies behind the text of cards with the maps of these areas, drawn before or now. */
async function findBackgrounds(areas: readonly (Area | undefined)[]): Promise<Map<Area | undefined, string>> {
	const missing = areas.filter((area) => keptBackground(area) === undefined);
	if (missing.length > 0) {
		const documents = await inThread<string[]>('card-backgrounds.worker.ts', missing);
		missing.forEach((area, index) => {
			keepBackground(area, documents[index] ?? '');
		});
	}
	return new Map(areas.map((area) => [area, keptBackground(area) ?? '']));
}

/** Fewer cards than this are not worth another thread. */
const CARDS_FOR_A_THREAD = 8;

/** Draws cards that were never drawn, and keeps them: in threads of their own, those with one background together. */
async function drawAnew(cards: readonly { name: string; card: ShareCard }[]): Promise<void> {
	if (cards.length === 0) return;
	const byArea = Map.groupBy(cards, ({ card }) => card.map?.area);
	const backgrounds = await findBackgrounds([...byArea.keys()]);
	const inOrder = [...byArea].flatMap(([area, alike]) => alike.map((one) => ({ ...one, area })));
	const threads = Math.min(availableParallelism(), Math.ceil(cards.length / CARDS_FOR_A_THREAD));
	const share = Math.ceil(cards.length / threads);
	await Promise.all(
		Array.from({ length: threads }, (_, thread) => {
			const own = Map.groupBy(inOrder.slice(thread * share, (thread + 1) * share), ({ area }) => area);
			const data = [...own].map(([area, alike]): CardsToDraw => ({
				background: backgrounds.get(area) ?? '',
				area,
				cards: alike,
			}));
			return inThread<string>('share-cards.worker.ts', data);
		}),
	);
}

/** The card with this name, drawn before or now; undefined if no page asked for it. */
async function findDrawn(name: string): Promise<Buffer | undefined> {
	const card = keptShareCard(name) ? undefined : findShareCard(name);
	if (card) await drawAnew([{ name, card }]);
	return keptShareCard(name);
}

/** Puts the share cards with these addresses, those that pages name, into a built site. Says how many it had to draw. */
export async function publishShareCards(folder: string, addresses: readonly string[]): Promise<number> {
	if (!drawsCards()) return 0;
	const missing = addresses.map(nameIn).filter((name) => !keptShareCard(name));
	await drawAnew(
		missing.map((name) => {
			const card = findShareCard(name);
			if (!card) throw new RefusedBuild('The cache in node_modules/.cache/ was emptied during the build. Build again.');
			return { name, card };
		}),
	);
	mkdirSync(join(folder, SHARE_CARDS_ADDRESS), { recursive: true });
	for (const address of addresses) {
		const drawn = keptShareCard(nameIn(address));
		if (drawn) writeFileSync(join(folder, address), drawn);
	}
	return missing.length;
}

/** In development a card is drawn when somebody looks at it. */
export const shareCardsInDev = (): AstroIntegration => ({
	name: 'share-cards-in-dev',
	hooks: {
		'astro:server:setup': ({ server }) => {
			server.middlewares.use((request, response, next) => {
				const name = nameIn((request.url ?? '').replace(/\?.*/, ''));
				if (!name) {
					next();
					return;
				}
				findDrawn(name).then((drawn) => {
					if (!drawn) {
						next();
						return;
					}
					response.setHeader('Content-Type', 'image/png');
					response.end(drawn);
				}, next);
			});
		},
	},
});
