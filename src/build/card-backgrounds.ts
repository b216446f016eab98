import { SHARE_CARD_SIZE } from '../files/share-card.ts';
import { cardLand } from '../formats/map-outlines.ts';
import type { Area } from '../formats/map.ts';
import { circle, colour, COUNTRY_SHARE, EUROPE_SHARE, LAND_SHARE, MAP_LEFT, openCard, ring } from './card-shapes.ts';

const { width: WIDTH, height: HEIGHT } = SHARE_CARD_SIZE;

const sheet = (fill: string) => `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour(fill)}"/>`;

/** What all cards with the map of an area have behind their text. */
function mapBackground(area: Area): string {
	const { own, others } = cardLand(area);
	const isEurope = area === 'europe';
	const fade = `<linearGradient id="f"><stop offset="0.05" stop-color="${colour('paper-100')}"/><stop offset="0.5" stop-color="${colour('paper-100')}" stop-opacity="0.62"/><stop offset="1" stop-color="${colour('paper-100')}" stop-opacity="0"/></linearGradient>`;
	const paths = isEurope
		? `<path fill="${colour('moss-700')}" fill-opacity="${EUROPE_SHARE}" stroke="${colour('paper-100')}" stroke-width="1.2" d="${others}"/>`
		: `<path fill="${colour('paper-300')}" fill-opacity="${LAND_SHARE}" stroke="${colour('paper-100')}" stroke-width="1.4" d="${others}"/>`;
	const country = own
		? `<path transform="translate(${MAP_LEFT} 0)" fill="${colour('moss-700')}" fill-opacity="${COUNTRY_SHARE}" stroke="${colour('moss-700')}" stroke-width="1.6" stroke-linejoin="round" d="${own}"/>`
		: '';
	return `${openCard}${fade}${sheet('paper-100')}<g transform="translate(${MAP_LEFT} 0)">${paths}</g><rect x="${MAP_LEFT - 8}" width="340" height="${HEIGHT}" fill="url(#f)"/>${country}<rect y="${HEIGHT - 10}" width="${WIDTH}" height="10" fill="${colour('moss-700')}"/></svg>`;
}

/** What all cards without a map have behind their text: the mark of the site, so large that it runs over the edge. */
function markBackground(): string {
	const middle = { x: 1010, y: 305 };
	const [large, small] = [42, 17];
	const sizes = [large, small, large, large, small, large, small, large, large, large, small, small];
	return `${openCard}${sheet('moss-900')}${ring(middle, 236, sizes, 'moss-700')}${circle(middle, 88, 'sun-400', 0.14)}${circle(middle, 42, 'sun-400')}<rect y="${HEIGHT - 10}" width="${WIDTH}" height="10" fill="${colour('sun-400')}"/></svg>`;
}

/** What cards with the map of an area, or without a map, have behind their text, as an SVG document. */
export const backgroundOf = (area: Area | undefined): string =>
	area === undefined ? markBackground() : mapBackground(area);
