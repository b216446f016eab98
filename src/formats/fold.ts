/** Letters that are no letter with an accent, yet that readers without them on their keyboard write plainly. */
const plain: Record<string, string> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
	'’': "'",
};

/** Text as somebody types it who knows no accents: “Łódź” → “lodz”, “København” → “kobenhavn”. */
export const fold = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[łøđðþßæœı’]/g, (letter) => plain[letter] ?? letter);
