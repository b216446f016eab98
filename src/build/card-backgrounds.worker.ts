import { parentPort, workerData } from 'node:worker_threads';
import type { Area } from '../formats/map.ts';
import { backgroundOf } from './card-backgrounds.ts';

// In a thread of its own, whose memory goes with it: all coasts of the world would be looked through for garbage with
// every card.

// What the starter hands over.
const areas = workerData as readonly (Area | undefined)[];
parentPort?.postMessage(areas.map(backgroundOf));
