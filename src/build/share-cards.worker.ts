import sharp from 'sharp';
import { parentPort, workerData } from 'node:worker_threads';
import type { Area } from '../formats/map.ts';
import { keepShareCard, type ShareCard } from '../files/share-card.ts';
import { drawBackground, drawCard } from './draw-card.ts';

/** Cards with one background. */
export interface CardsToDraw {
	background: string;
	area: Area | undefined;
	cards: readonly { name: string; card: ShareCard }[];
}

// One thread a card: what comes out must not depend on how many there are.
sharp.concurrency(1);
// What the starter hands over.
for (const { background, area, cards } of workerData as readonly CardsToDraw[]) {
	const pixels = await drawBackground(background, area);
	for (const { name, card } of cards) keepShareCard(name, await drawCard(card, pixels));
}
parentPort?.postMessage('done');
