import { keysOf } from '../../schemas/keys-of.ts';
import { services } from '../../schemas/vocabularies.ts';

const COLUMNS = 6;
const SIDE = 6;
const STEP = 7;

/** The square of each service, as a part of a path. Made once: a list draws hundreds. */
const squares = new Map<string, string>(
	keysOf(services).map((id, index) => [
		id,
		`M${(index % COLUMNS) * STEP} ${Math.floor(index / COLUMNS) * STEP}h${SIDE}v${SIDE}h-${SIDE}z`,
	]),
);

/** The squares of all services, as a path. */
export const allSquares = [...squares.values()].join('');

/** The squares of some services, as a path, in the order of all. */
export const squaresOf = (shared: readonly string[]): string =>
	Array.from(squares, ([id, square]) => (shared.includes(id) ? square : '')).join('');

/** How many services there are, and how much room their squares take. */
export const serviceCount = squares.size;
export const squaresWidth = COLUMNS * STEP - 1;
export const squaresHeight = Math.ceil(serviceCount / COLUMNS) * STEP - 1;
