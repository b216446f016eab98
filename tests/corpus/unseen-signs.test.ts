import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { toPlainText } from '../../src/formats/text.ts';
import { proposalForm } from '../../src/forms/hosted-forms.ts';
import { line, paragraphs } from '../../src/schemas/fields.ts';
import { withSeenSigns } from '../../src/schemas/unseen-signs.ts';
import { readSubmission } from '../../src/submissions/read-submission.ts';
import { fileOf, messagesOf } from '../entries.ts';
import { messagesIn, readFiles, settings } from '../files/content-folder.ts';
import { sentProposal } from '../submissions/sent.ts';
import { empty, texts, unreadable } from './unseen-signs.ts';

const bodyOf = (text: string) => renderMarkdown(text, () => undefined);

describe('what nobody sees, and has no meaning, is taken out of', () => {
	test.each(texts)('a line: %s', (_what, text, read) => {
		expect(line(100).parse(text)).toBe(read);
	});

	test.each(texts)('a body: %s', (_what, text, read) => {
		const { html, problems } = bodyOf(`One ${text}`);
		// A tab is a blank on a page as well.
		expect([toPlainText(html.replace('\t', ' ')), problems]).toEqual([`One ${read}`.replace(/\s+/g, ' '), []]);
	});

	test.each(texts)('what a form sends: %s', (_what, text, read) => {
		expect(readSubmission(proposalForm, { ...sentProposal, name: `One ${text}` }).values?.name).toBe(`One ${read}`);
	});

	test.each(texts)('what was taken out is not missed the second time: %s', (_what, text) => {
		expect(withSeenSigns(withSeenSigns(text))).toBe(withSeenSigns(text));
	});
});

describe('what nobody can read is refused, with sign and word,', () => {
	test.each(unreadable)('in a field: a sign that %s', (_what, text, sign, word) => {
		const [message] = messagesOf('clusters', { summary: text });
		expect(message).toContain(`Summary (summary) has a sign that nobody can read, ${sign}, in “${word}”.\n  → Delete`);
	});

	test.each(unreadable)('in paragraphs: a sign that %s', (_what, text) => {
		expect(paragraphs(100).safeParse(`One.\n\n${text}`).success).toBe(false);
	});

	test.each(unreadable)('in a body, with its line: a sign that %s', (_what, text, sign, word) => {
		expect(bodyOf(`One.\n\n## Two\n\nThree: ${text}`).problems).toEqual([
			{
				rule: `The text has a sign that nobody can read, ${sign}, in “${word}”`,
				mend: 'Delete the whole word and type it again, so that nothing hidden stays in it.',
				line: 4,
			},
		]);
	});

	test.each(unreadable)('in a form, without what was sent: a sign that %s', (_what, text, sign) => {
		const { problems } = readSubmission(proposalForm, { ...sentProposal, name: text });
		expect(problems?.map(({ sentence }) => sentence)).toEqual([
			`Name has a sign that nobody can read, ${sign}. Delete the whole word and type it again, so that nothing hidden stays in it.`,
		]);
	});
});

test.each(empty)('a name of nothing but %s is refused', (_what, text) => {
	expect(line(100).safeParse(text).success).toBe(false);
});

test('signs written as entities are refused in a body as well', () => {
	const lines = ['&#x202e;001', '&#8238;001', 'a&#x3164;b'];
	expect(lines.map((text) => bodyOf(text).problems.length)).toEqual([1, 1, 1]);
});

test('signs that YAML itself cannot have are told with line and word', () => {
	expect(messagesIn({ 'terms/one.yaml': fileOf('terms').replace('"cluster"', 'clu\u0007ster') })).toEqual([
		'terms/one.yaml:1\n  The line has a sign that nobody can read, U+0007, in “clu[U+0007]ster”.\n  → Delete the whole word and type it again, so that nothing hidden stays in it.',
	]);
});

test('a body is refused with the file and its line', () => {
	const files = { 'clusters/one.md': fileOf('clusters', {}, 'One.\n\npay \u202e001\n') };
	expect(messagesIn(files)[0]).toMatch(
		/^clusters\/one\.md:12\n {2}The text has a sign .* U\+202E, in “\[U\+202E\]001”/,
	);
});

test('a file written by hand is read without what has no meaning', () => {
	const { entries, problems } = readFiles({
		...settings,
		'clusters/one.md': fileOf('clusters', { name: 'O\ufb03ce\u00ad Coope\u0301' }),
	});
	expect([problems, entries.clusters[0]?.data.name]).toEqual([[], 'Office Coop\u00e9']);
});

test('messages show the names of such signs in place of themselves', () => {
	expect(messagesOf('clusters', { country: 'F\u200bR' })[0]).toContain('"F[U+200B]R"');
});
