import { stopWords } from './tables.ts';

/** The words that tell something: all but stop words, unless there are no others. */
export function tellingOf(words: readonly string[]): Set<string> {
	const telling = words.filter((word) => !stopWords.has(word));
	return new Set(telling.length > 0 ? telling : words);
}
