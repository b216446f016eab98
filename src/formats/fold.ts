/** Letters that are no letter with an accent, yet that readers without them on their keyboard write plainly. */
const plain: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
	ĸ: 'k',
	ŀ: 'l',
	ĳ: 'ij',
	ǆ: 'dz',
	ǉ: 'lj',
	ǌ: 'nj',
	ǥ: 'g',
	ʒ: 'z',
	ə: 'e',
	ſ: 's',
	// The same letter at the end of a word.
	ς: 'σ',
	ʼ: "'",
	'’': "'",
};

const PLAIN = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Text as somebody types it who knows no accents: “Łódź” → “lodz”, “København” → “kobenhavn”. */
export const fold = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replace(PLAIN, (letter) => plain[letter] ?? letter);
