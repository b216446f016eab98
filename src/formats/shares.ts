/** A share in words that people say: “one in four”. */
export interface Share {
	/** “one in four”, “two in three”, “all”, “3 of 86”. */
	text: string;
	/** Whether what is said of it stands in the plural: “one in four is”, “two in three are”. */
	isMany: boolean;
}

const spoken: readonly (Share & { value: number })[] = [
	{ value: 1 / 10, text: 'one in ten', isMany: false },
	{ value: 1 / 8, text: 'one in eight', isMany: false },
	{ value: 1 / 6, text: 'one in six', isMany: false },
	{ value: 1 / 5, text: 'one in five', isMany: false },
	{ value: 1 / 4, text: 'one in four', isMany: false },
	{ value: 3 / 10, text: 'three in ten', isMany: true },
	{ value: 1 / 3, text: 'one in three', isMany: false },
	{ value: 2 / 5, text: 'two in five', isMany: true },
	{ value: 1 / 2, text: 'half', isMany: true },
	{ value: 3 / 5, text: 'three in five', isMany: true },
	{ value: 2 / 3, text: 'two in three', isMany: true },
	{ value: 3 / 4, text: 'three in four', isMany: true },
	{ value: 4 / 5, text: 'four in five', isMany: true },
	{ value: 9 / 10, text: 'nine in ten', isMany: true },
];

/** Below this share, and where there are few, the numbers themselves say more. */
const SPOKEN_FROM = 0.09;
const SPOKEN_FROM_COUNT = 10;
/** As near as this a share is what the words say; else it is “about” that. */
const EXACT = 0.005;

/** The share of a part in a whole, in words, rounded to a fraction that people say: 22 of 86 → “about one in four”. */
export function shareInWords(part: number, whole: number): Share {
	if (part === 0) return { text: 'none', isMany: true };
	if (part === whole) return { text: 'all', isMany: true };
	const value = part / whole;
	if (whole < SPOKEN_FROM_COUNT || value < SPOKEN_FROM) return { text: `${part} of ${whole}`, isMany: part > 1 };
	if (value > 0.95) return { text: 'nearly all', isMany: true };
	const nearest = spoken.reduce((best, next) =>
		Math.abs(next.value - value) < Math.abs(best.value - value) ? next : best,
	);
	const about = Math.abs(nearest.value - value) <= EXACT ? '' : 'about ';
	return { text: `${about}${nearest.text}`, isMany: nearest.isMany };
}
