import { describe, expect, test } from 'vitest';
import { correctionForm, proposalForm, viewsForm } from '../../src/forms/hosted-forms.ts';
import { isEmpty, readSubmission } from '../../src/submissions/read-submission.ts';
import { entryOf } from '../entries.ts';
import { sentCorrection, sentProposal } from './sent.ts';

describe('a proposal as a browser sends it', () => {
	test('is read by the schema of its form', () => {
		expect(readSubmission(proposalForm, sentProposal)).toEqual({
			values: {
				name: 'A hub',
				country: 'FR',
				summary: 'What it is, and where.',
				kind: 'csei',
				themes: ['food'],
				source: 'https://www.example.org/page',
				consent: 'yes',
			},
		});
	});

	const shapes: [string, Record<string, unknown>, Record<string, unknown>][] = [
		['one ticked box as a list', { themes: 'food' }, { themes: ['food'] }],
		['several ticked boxes as a list', { themes: ['food', 'care'] }, { themes: ['food', 'care'] }],
		['a field left empty as not answered', { place: '', services: '', email: '' }, {}],
		['blanks alone as not answered', { place: ' \t ' }, {}],
		['blanks at the ends as none', { place: '  Lyon\u00a0' }, { place: 'Lyon' }],
		[
			'signs for a line end of other programs as blanks',
			{ place: 'Lyon\v\f\u0085\u2028\u2029(Rhône)' },
			{ place: 'Lyon     (Rhône)' },
		],
		['such signs at the ends as none', { place: '\u2028Lyon\v' }, { place: 'Lyon' }],
		['such signs alone as not answered', { place: '\u2028\v' }, {}],
		[
			'the fields of other receivers as nothing of ours',
			{ _next: 'x', _gotcha: '', access_key: 'x', redirect: 'x', botcheck: '' },
			{},
		],
		['line breaks in a line as a blank', { place: 'Lyon\r\n  (Rhône)' }, { place: 'Lyon (Rhône)' }],
		['the same field twice, once empty, as one', { place: ['', 'Lyon'] }, { place: 'Lyon' }],
		[
			'what the host adds as nothing of ours',
			{ 'form-name': 'proposal', 'bot-field': '', ip: '192.0.2.1', user_agent: 'x', referrer: 'y' },
			{},
		],
	];

	test.each(shapes)('counts %s', (_description, sent, read) => {
		const { values } = readSubmission(proposalForm, { ...sentProposal, ...sent });
		const plain = readSubmission(proposalForm, sentProposal).values;
		expect(values).toEqual({ ...plain, ...read });
	});
});

describe('views', () => {
	const form = viewsForm('a', entryOf('calls').data);

	test('keep the paragraphs of a text', () => {
		expect(readSubmission(form, { example: '\r\none\r\n\r\ntwo\r\n', consent: 'yes' }).values).toEqual({
			example: 'one\n\ntwo',
			consent: 'yes',
		});
	});

	test('have a blank for each sign that other programs leave between two lines', () => {
		const example = 'one\vtwo\fthree\u0085four\u2028five\u2029six\r\nseven';
		expect(readSubmission(form, { example, consent: 'yes' }).values).toEqual({
			example: 'one two three four five six\nseven',
			consent: 'yes',
		});
	});

	test('keep several choices', () => {
		const sent = { example: 'This one.', shared: ['Rooms', 'Jobs'], support: 'Rules', consent: 'yes' };
		expect(readSubmission(form, sent).values).toEqual({
			example: 'This one.',
			shared: ['Rooms', 'Jobs'],
			support: 'Rules',
			consent: 'yes',
		});
	});

	test('need the answers that the call asks for, and the consent', () => {
		expect(readSubmission(form, {}).problems).toEqual([
			{ field: 'example', sentence: 'Which cluster do you know? is missing. Add it; it must be text.' },
			{ field: 'consent', sentence: 'Your consent is missing. Use one of: yes.' },
		]);
	});
});

describe('what was posted says nothing if', () => {
	test.each<[description: string, data: Record<string, unknown>, isNothing: boolean]>([
		['there is no field', {}, true],
		['every field is empty', { name: '', 'themes[]': [], summary: ' \r\n\t' }, true],
		[
			'it says only who sent it',
			{ email: 'a@example.org', organisation: 'A house', quote: 'no', consent: 'yes' },
			true,
		],
		['it has a word of the sender’s own alone', { reference: 'bluebird', consent: 'yes' }, true],
		[
			'all else is what receivers and hosts add',
			{ 'form-name': 'x', ip: '192.0.2.1', _next: 'x', access_key: 'x' },
			true,
		],
		['its values are no texts', { a: null, b: 7, c: {}, d: [[], {}] }, true],
		['a question is answered', { example: 'This one.', consent: 'yes' }, false],
		['one of several choices is ticked', { 'shared[]': ['', 'Rooms'] }, false],
		['a message is written', { topic: 'other', message: 'Hello.' }, false],
	])('%s: %o', (_description, data, isNothing) => {
		expect(isEmpty(data)).toBe(isNothing);
	});
});

describe('what is wrong is said with the label of the field, and without what was sent', () => {
	const marked = 'MARKED';
	const wrong: [string, Record<string, unknown>, string, string][] = [
		['a missing name', { name: undefined }, 'name', 'Name is missing. Add it; it must be text.'],
		['a name of blanks', { name: ' ' }, 'name', 'Name is missing. Add it; it must be text.'],
		[
			'a name that is too long',
			{ name: marked.repeat(30) },
			'name',
			'Name has more than 120 characters. Shorten it to at most 120 characters.',
		],
		['two names', { name: [marked, 'B'] }, 'name', 'Name is not text. Give text.'],
		[
			'a group for a name',
			{ name: { first: marked } },
			'name',
			'Name is not text. Give text. In a file, one with a colon or brackets needs quotation marks.',
		],
		['a number for a name', { name: 7 }, 'name', 'Name is not text. Put quotation marks around it.'],
		[
			'signs that nobody sees',
			{ name: `${marked}\u0007` },
			'name',
			'Name has a sign that nobody can read, U+0007. Delete the whole word and type it again, so that nothing hidden stays in it.',
		],
		[
			'an address that runs code',
			{ source: `javascript:${marked}` },
			'source',
			'A page where we can check this is not a web address. Write the full address, starting with https://.',
		],
		[
			'an e-mail address that is none',
			{ email: marked },
			'email',
			'Your e-mail address is not an e-mail address. Write an address such as info@example.org.',
		],
		[
			'six themes',
			{ themes: ['food', 'care', 'housing', 'culture', 'tourism', 'trade'] },
			'themes',
			'Themes has more than 5 items. Shorten it to at most 5 items.',
		],
		[
			'the same theme twice',
			{ themes: ['food', 'food'] },
			'themes',
			'Themes names the same thing twice. Correct it; the hint of this field says how.',
		],
		['a field of the profile', { aliases: marked }, '', 'It has a field that the form does not have.'],
		['a field that every object has', { constructor: marked }, '', 'It has a field that the form does not have.'],
	];

	test.each(wrong)('%s', (_description, sent, field, sentence) => {
		expect(readSubmission(proposalForm, { ...sentProposal, ...sent }).problems).toEqual([{ field, sentence }]);
	});

	test('several choices that are none, once', () => {
		const { problems } = readSubmission(proposalForm, { ...sentProposal, themes: ['a', 'b'] });
		expect(problems?.map(({ field }) => field)).toEqual(['themes']);
	});

	test('a choice that is none', () => {
		const { problems } = readSubmission(proposalForm, { ...sentProposal, country: marked });
		expect(problems?.map(({ field }) => field)).toEqual(['country']);
		expect(problems?.[0]?.sentence).toMatch(/^Country is not one of the choices\. Use one of: /);
		expect(JSON.stringify(problems)).not.toContain(marked);
	});

	test('a field that is called like what all objects come from', () => {
		const data = JSON.parse(JSON.stringify(sentProposal).replace('{', '{"__proto__":{"name":"x"},')) as object;
		expect(readSubmission(proposalForm, { ...data })).toEqual({
			problems: [{ field: '', sentence: 'It has a field that the form does not have.' }],
		});
	});

	test('everything at once', () => {
		const { problems } = readSubmission(correctionForm, { ...sentCorrection, cluster: '', field: 'check', extra: 'x' });
		expect(problems?.map(({ field }) => field).sort()).toEqual(['', 'cluster', 'field']);
	});
});

test('signs that come along from other pages, and that nobody sees, are left out of a line', () => {
	const { values } = readSubmission(proposalForm, { ...sentProposal, name: 'A\u00ad hub\tof \u200egrowers\ufeff' });
	expect(values?.['name']).toBe('A hub of growers');
});
