/** What slides and PDF files have for the end of a line. */
const ODD_BLANKS = /[\v\f\x85\u2028\u2029]/g;
/** Several letters, or a letter as it looks beside another, in one sign, as PDF files have them. */
const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufefc]/g;
/** Format signs that show nothing. Others turn text around, join letters, or are seen, as the Arabic sign for a year. */
const MEANINGLESS =
	/(?!\u200c|\u200d|[\u202a-\u202e\u2066-\u2069\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{e0000}-\u{e007f}])\p{Cf}|\u034f|\ufffc/gu;
/** Signs that choose the look of the one before, where that has but one. */
const SELECTORS =
	/(?<![\p{N}\p{P}\p{S}\p{sc=Han}\p{sc=Myanmar}\p{sc=Phags_Pa}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<!\p{sc=Mongolian})[\u180b-\u180d\u180f]/gu;
/** Joiners that join neither letters of a script whose letters join nor parts of an emoji. */
const JOINERS =
	/(?<!(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\u0300-\u036f\ufe00-\ufe0f])[\p{L}\p{M}])(?:\u200c|(?<!\p{ExtPict}\ufe0f?\p{EMod}?)\u200d|\u200d(?!\p{ExtPict}))/gu;

const isAddress = (text: string) => /^https?:\S+$/i.test(text);

/**
 * A text as it comes in from people and programs: what has no meaning and shows nothing is taken out, a blank stands
 * for line ends of other programs, letters are whole ones (NFC) and stand apart.
 */
export function withSeenSigns(text: string): string {
	const seen = text
		.replace(ODD_BLANKS, ' ')
		.replace(MEANINGLESS, '')
		.replace(SELECTORS, '')
		.replace(JOINERS, '')
		.replace(LIGATURES, (sign) => sign.normalize('NFKC'));
	// An address with other letters is another address.
	return isAddress(seen) ? seen : seen.normalize();
}

/** The flags of England, Scotland and Wales are the one use of the signs that spell a text nobody sees. */
const FLAGS =
	/\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/**
 * Signs that nobody can read: controls, what turns text around, half or lost characters, letters that are blank, and
 * those that spell a hidden text.
 */
const UNREADABLE =
	/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\u115f\u1160\u2800\u3164\uffa0\ufffd\u{1d159}\u{e0000}-\u{e007f}]|\u17b4|\u17b5|\u{16fe4}|\p{Cs}|\p{NChar}/u;

/** Signs that nobody sees in a message, wherever they stand. */
const UNSEEN = new RegExp(`${UNREADABLE.source}|[\\p{Cf}\\p{Zl}\\p{Zp}]`, 'gu');

const nameOf = (sign: string) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text for a message: signs that nobody sees stand as their names, `[U+202E]`. */
export const withSignsNamed = (text: string): string => text.replace(UNSEEN, (sign) => `[${nameOf(sign)}]`);

const WORD_MAX_CHARACTERS = 30;

/** A sign that nobody can read, in words. */
interface Unreadable {
	rule: string;
	/** The word it stands in, with the names of such signs. */
	word: string;
	mend: string;
}

/** What nobody can read in a text, the first of it; undefined if all can be read. */
export function unreadableIn(text: string): Unreadable | undefined {
	const plain = text.replace(FLAGS, '');
	const found = UNREADABLE.exec(plain);
	if (!found) return undefined;
	const [sign] = found;
	const before = /\S*$/.exec(plain.slice(Math.max(0, found.index - WORD_MAX_CHARACTERS), found.index))?.[0] ?? '';
	const after = /^\S*/.exec(plain.slice(found.index + sign.length).slice(0, WORD_MAX_CHARACTERS))?.[0] ?? '';
	return {
		rule: `has a sign that nobody can read, ${nameOf(sign)}`,
		word: withSignsNamed(before + sign + after),
		mend: 'Delete the whole word and type it again, so that nothing hidden stays in it.',
	};
}

/** A text without the signs that nobody can read. */
export const withoutUnreadable = (text: string): string =>
	text.replace(
		new RegExp(`(${FLAGS.source})|${UNREADABLE.source}`, 'gu'),
		(_sign, flag: string | undefined) => flag ?? '',
	);

/** Whether a text has anything to see. An accent needs a letter to stand on. */
export const showsSomething = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
