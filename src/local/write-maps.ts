// Draws the maps of the site, which hang on no content: `node src/local/write-maps.ts`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { drawMaps } from '../formats/map-outlines.ts';

rmSync('public/maps', { recursive: true, force: true });
mkdirSync('public/maps/europe', { recursive: true });
for (const [address, svg] of drawMaps()) writeFileSync(`public${address}`, svg);
