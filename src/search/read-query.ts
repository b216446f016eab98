import { joinedWordsOf, plainly, wordsOf } from './words.ts';
import { fillers, stopWords } from './tables.ts';

/** A word that was asked for. */
export interface Asked {
	/** As it is compared. */
	word: string;
	/** As the reader wrote it. */
	written: string;
	/** Says what the directory is about anyway, beside others that say more. */
	isFiller: boolean;
}

/** What was asked for. */
export interface Query {
	words: Asked[];
	/** All words in order, stop words too: what somebody wants may hang on “how” or “what”. */
	all: string[];
	/** Words in quotation marks, which must stand together; the words of each. */
	phrases: string[][];
	/** Words that a hyphen or stop joins, in one. */
	joined: string[];
}

const QUOTED = /["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»]/g;
const ADDRESS = /(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?/giu;

/** Names of hosts are asked for as one word: “https://www.bluecity.nl/en” → “bluecitynl”. */
const withHosts = (text: string): string =>
	text.replace(ADDRESS, (address, host: string) =>
		/^https?:|^www\./i.test(address) || /\.[a-z]{2,4}(?:$|[/?#:])/i.test(address)
			? ` ${host.replace(/[^\p{L}\p{N}]+/gu, '')} `
			: address,
	);

/** Reads what somebody typed. */
export function readQuery(typed: string): Query {
	const text = withHosts(typed.normalize('NFKC'));
	const all = wordsOf(text);
	const written = new Map((text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => [plainly(word), word] as const));
	const telling = [...new Set(all.filter((word) => !stopWords.has(word)))];
	const distinct = telling.length > 0 ? telling : [...new Set(all)];
	const saysMore = distinct.some((word) => !fillers.has(word));
	return {
		words: distinct.map((word) => ({
			word,
			written: written.get(word) ?? word,
			isFiller: saysMore && fillers.has(word),
		})),
		all,
		phrases: [...text.matchAll(QUOTED)].map(([, quoted = '']) => wordsOf(quoted)).filter((words) => words.length > 0),
		joined: joinedWordsOf(text),
	};
}
