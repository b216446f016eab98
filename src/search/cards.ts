/** Profiles in a file of cards: a page of results draws on some of these files. */
export const CARDS_PER_PART = 12;

/** Where these files lie. They are parts of pages, not pages. */
export const CARDS_FOLDER = '/clusters/cards/';

/** The file of cards in which a row’s card lies. */
export const cardsAddress = (version: string, row: number): string =>
	`${CARDS_FOLDER}${version}/${Math.floor(row / CARDS_PER_PART)}/`;

/** The place of a row’s card in its file. */
export const placeInCards = (row: number): number => row % CARDS_PER_PART;
