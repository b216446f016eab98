import { readFileSync } from 'node:fs';
import { outFolder } from '../files/folders.ts';
import { askAll, LOOKED_AT, openBuiltIndex, readQuestions, shareWithin } from './search-queries.ts';

// `npm run search-check`: asks the questions of a file of the search of the built site, and says which are not answered.

const file = process.argv[2] ?? 'docs/search-queries.tsv';
const index = await openBuiltIndex(outFolder).catch(() => undefined);
if (!index) {
	console.error(`There is no search index in ${outFolder}. Build the site first: npm run build`);
	process.exitCode = 1;
} else {
	const asked = await askAll(index, readQuestions(readFileSync(file, 'utf8')));
	for (const { line, query, place, found, answers } of asked.filter(({ place }) => place !== 0)) {
		const where = place < 0 ? `not among the first ${LOOKED_AT}` : `in place ${place + 1}`;
		console.log(`${file}:${line} “${query}”: ${answers.join(', ')} is ${where}`);
		console.log(`  first: ${found.join(' ') || 'nothing'}`);
	}
	const percent = (first: number) => `${shareWithin(asked, first).toFixed(1)} %`;
	console.log(
		`${asked.length} questions: ${percent(1)} answered first, ${percent(LOOKED_AT)} among the first ${LOOKED_AT}`,
	);
	if (asked.some(({ place }) => place < 0)) process.exitCode = 1;
}
