/** How long a text may be: some 8,000 words. */
export const TEXT_MAX_CHARACTERS = 50_000;
/** How many columns a table may have. More a reader could not follow, and a small file could make a huge page. */
export const TABLE_MAX_COLUMNS = 20;
/** How many lists and quotations may lie in each other. On a phone each takes some of the line. */
export const MAX_DEPTH = 6;
