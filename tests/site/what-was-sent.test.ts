import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { formatDate } from '../../src/formats/date.ts';
import { toPlainText } from '../../src/formats/text.ts';
import { postReadOn } from '../../src/model/receipts.ts';
import { realPages, textOf } from './pages.ts';

const { entries } = readContent('content');
const pages = realPages();

/** Ways to say that nobody wrote. A site cannot know that: what was sent may wait to be read. */
const CLAIMS =
	/\bnothing\b[^.]{0,20}\b(?:received|sent|came|come|reached)\b|\bnothing yet\b|\bno (?:views?|answers?|messages?|points?|proposals?|corrections?|examples?)\b[^.]{0,20}\b(?:yet|so far|received|sent)\b|\bno ?(?:body|one)\b[^.]{0,20}\b(?:wrote|written|answered|sent)\b|\b0 (?:points?|views?|answers?)\b/i;

test.each(pages)('$path does not claim that nothing was received', ({ document }) => {
	// Neighbouring elements are words of their own.
	const text = toPlainText(document.querySelector('main')?.innerHTML.replaceAll('<', ' <') ?? '');
	expect(CLAIMS.exec(text)?.[0]).toBeUndefined();
});

test.each(['Nothing received yet.', 'No points yet', 'Nobody has written to us.', '0 points'])(
	'“%s” would be such a claim',
	(claim) => {
		expect(claim).toMatch(CLAIMS);
	},
);

describe('the day on which the post was last read', () => {
	const readOn = postReadOn(entries.receipts, entries.site[0]?.data.postReadOn);

	test.each(['/have-your-say/', '/have-your-say/what-happened/', '/have-your-say/what-happened/sent/'])(
		'stands on %s',
		(path) => {
			const page = pages.find((one) => one.path === path);
			expect(textOf(page?.document.querySelector('main'))).toContain(
				`We last read all messages on ${formatDate(readOn ?? '')}.`,
			);
		},
	);
});
