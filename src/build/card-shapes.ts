import { palette } from '../files/palette.ts';
import { SHARE_CARD_SIZE } from '../files/share-card.ts';
import type { Spot } from '../formats/map.ts';

const { width: WIDTH, height: HEIGHT } = SHARE_CARD_SIZE;

/** A colour of the site by its name in the palette. */
export const colour = (name: string): string => {
	const found = palette[name];
	if (found === undefined) throw new Error(`src/styles/tokens.css has no colour ${name}.`);
	return found;
};

/** A dot, or what lies around one. */
export const circle = ({ x, y }: Spot, radius: number, fill: string, opacity = 1) =>
	`<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour(fill)}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;

/** The dots of a ring, the first at its top. */
export function ring(middle: Spot, radius: number, sizes: readonly number[], fill: string): string {
	return sizes
		.map((size, index) => {
			const angle = (2 * Math.PI * index) / sizes.length;
			const [x, y] = [middle.x + radius * Math.sin(angle), middle.y - radius * Math.cos(angle)].map(Math.round);
			return circle({ x: x ?? 0, y: y ?? 0 }, size, fill);
		})
		.join('');
}

/** How the document of a card begins. */
export const openCard = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`;

/** How much of its colour land has: around a country, on the map of Europe, of the country itself. */
export const LAND_SHARE = 0.62;
export const EUROPE_SHARE = 0.2;
export const COUNTRY_SHARE = 0.42;

/** Where the map begins, from the left. */
export const MAP_LEFT = 400;
