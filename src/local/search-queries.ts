import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { find } from '../search/find.ts';
import { openIndex, type OpenIndex, type Reader } from '../search/open-index.ts';
import { narrowedResult } from '../search/say-found.ts';

/** A question as somebody types it, and the addresses that answer it; “*” at the end stands for any rest. */
export interface Question {
	line: number;
	query: string;
	answers: readonly string[];
}

/** Reads the lines of a file of questions: kind, query and addresses, parted by tabs; “#” begins a remark. */
export const readQuestions = (text: string): Question[] =>
	text.split('\n').flatMap((line, index) => {
		const [, query = '', answers = ''] = line.split('\t');
		return line.startsWith('#') || query === ''
			? []
			: [{ line: index + 1, query, answers: answers.split(',').map((address) => address.trim()) }];
	});

/** Reads the files of a built site from the disk. */
export const readerOf = (site: string): Reader => {
	const text = (address: string) => readFileSync(join(site, address), 'utf8');
	return {
		text: (address) => Promise.resolve(text(address)),
		json: (address) => Promise.resolve(JSON.parse(text(address)) as unknown),
	};
};

/** Opens the search index of a built site. */
export const openBuiltIndex = (site: string): Promise<OpenIndex> => openIndex(readerOf(site));

/** The addresses that a query leads to, best first, as the search page shows them; at most so many. */
export async function addressesFor(index: OpenIndex, query: string, most: number): Promise<string[]> {
	const found = await find(index, query);
	const narrowed = narrowedResult(found, String)?.[0];
	const shown = await Promise.all(found.entries.slice(0, most).map((entry) => index.shown(entry)));
	return [...(narrowed === undefined ? [] : [narrowed]), ...shown.map(([address]) => address)].slice(0, most);
}

const isAnswer = (address: string, answers: readonly string[]) =>
	answers.some((answer) => (answer.endsWith('*') ? address.startsWith(answer.slice(0, -1)) : address === answer));

/** A question with its place among the results: 0 for the first, -1 for none of them. */
export interface Asked extends Question {
	place: number;
	found: readonly string[];
}

/** How far down a reader looks. */
export const LOOKED_AT = 3;

/** Asks all questions. */
export const askAll = (index: OpenIndex, questions: readonly Question[]): Promise<Asked[]> =>
	Promise.all(
		questions.map(async (question) => {
			const found = await addressesFor(index, question.query, LOOKED_AT);
			return { ...question, found, place: found.findIndex((address) => isAnswer(address, question.answers)) };
		}),
	);

/** The share of questions whose answer is among the first so many results, in percent. */
export const shareWithin = (asked: readonly Asked[], first: number): number =>
	(100 * asked.filter(({ place }) => place >= 0 && place < first).length) / asked.length;
