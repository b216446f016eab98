import { describe, expect, test } from 'vitest';
import { realPages, textOf } from './pages.ts';
import { sentencesOfDoubt } from './sentences-of-doubt.ts';

describe('a sentence of doubt', () => {
	// As they stood on pages once.
	test.each([
		'The network ENSIE lists this meeting; nothing more was found in the sources read.',
		'Every year it reaches hundreds of people; the text read gives no exact number.',
		'A mid-term review was foreseen for 2025. Our sources do not report its result.',
		'We had no access to the archive of the network.',
		'This page expresses no position of the network.',
		'The pin on the map marks the area, not an address.',
		'The date of opening and the number of tenants are not settled by the sources read.',
		'They say nothing about the mandate that followed, so neither do we.',
		'Our newest dated source on GECES is of 1 September 2025.',
		'This counts people as well, so it should not be read as a number of enterprises.',
		'The year in which it began is not known.',
		'As far as the sources show, it still works.',
		'No figure is given for the members.',
		'The article gives no year.',
		'Nothing has been received yet.',
		'Our sources contain no comparison.',
		'Each lists its sources, and says what is undated, our own choice or not known.',
		'The platform speaks of 330, but the text read does not give the year.',
	])('is found: %s', (sentence) => {
		expect(sentencesOfDoubt(sentence)).not.toEqual([]);
	});

	test.each([
		'Its members did not know each other before.',
		'Members share what they know.',
		'The region gave no money after 2015.',
		'It is known for its kitchen.',
		'By its own account it had 40 members in 2020.',
		'An article of 2021 counts 20 members, and one of 2024 counts 32.',
		'We do not publish your address.',
		'The charter does not ask for a label.',
	])('is told from others: %s', (sentence) => {
		expect(sentencesOfDoubt(sentence)).toEqual([]);
	});
});

/** Pages that say how we work. */
const OF_METHOD = ['/about/criteria/', '/about/corrections/', '/privacy/', '/accessibility/'];

test('no page tells what we did not read, find or know', () => {
	const found = realPages()
		.filter(({ path }) => !OF_METHOD.includes(path))
		.flatMap(({ path, document }) => {
			const main = document.querySelector('main')?.cloneNode(true) as Element | undefined;
			// The one line of a profile that says what it rests on; labels of sources are not ours.
			for (const part of main?.querySelectorAll('.check, .sources, noscript') ?? []) part.remove();
			const blocks = [...(main?.querySelectorAll('p, li, dd, h1, h2, h3, td') ?? [])];
			return blocks.flatMap((block) => sentencesOfDoubt(textOf(block)).map((sentence) => `${path} ${sentence}`));
		});
	expect([...new Set(found)]).toEqual([]);
});
