import { expect, test } from 'vitest';
import * as z from 'zod';
import { askFor, controlsOf } from '../../src/forms/form-controls.ts';
import { correctionForm, messageForm, proposalForm, viewsForm, type HostedForm } from '../../src/forms/hosted-forms.ts';
import type { Question } from '../../src/schemas/call-for-views.ts';

const controlOf = (form: HostedForm, name: string) => controlsOf(form).find((control) => control.name === name);

const questions: Question[] = [
	{ type: 'text', id: 'example', label: 'Which one?', help: 'One is enough.', required: true, maxCharacters: 500 },
	{ type: 'choice', id: 'one', label: 'What first?', required: false, options: ['Money, and rooms', 'People'] },
	{ type: 'multiple', id: 'some', label: 'What else?', required: false, options: ['A', 'B'] },
];
const call = viewsForm('a-call', { questions });

test('a question in free text has its label, help and limit', () => {
	expect(controlOf(call, 'example')).toMatchObject({
		name: 'example',
		title: 'Which one?',
		description: 'One is enough.',
		isOptional: false,
		kind: 'text',
		maxLength: 500,
		choices: [],
	});
	expect(controlOf(call, 'example')?.isPersonal).toBeUndefined();
});

test('a question with choices has each as the member reads it', () => {
	expect(controlOf(call, 'one')).toMatchObject({
		kind: 'one',
		isOptional: true,
		choices: [
			{ value: 'Money, and rooms', label: 'Money, and rooms' },
			{ value: 'People', label: 'People' },
		],
	});
	expect(controlOf(call, 'some')).toMatchObject({ kind: 'several' });
});

test('the form of a call ends with what is asked of the sender', () => {
	expect(controlsOf(call).map(({ name }) => name)).toEqual([
		'example',
		'one',
		'some',
		'organisation',
		'quote',
		'email',
		'reference',
		'consent',
	]);
});

test('a proposal asks eight questions of the profile to be', () => {
	expect(controlsOf(proposalForm).map(({ name }) => name)).toEqual([
		'name',
		'country',
		'place',
		'summary',
		'kind',
		'themes',
		'services',
		'source',
		'proposedBy',
		'email',
		'reference',
		'consent',
	]);
});

test('the limits of a proposal are those of the profile', () => {
	expect(controlOf(proposalForm, 'summary')).toMatchObject({ kind: 'text', maxLength: 250, isOptional: false });
	expect(controlOf(proposalForm, 'themes')).toMatchObject({ kind: 'several', maxItems: 5, isOptional: false });
	expect(controlOf(proposalForm, 'place')).toMatchObject({ kind: 'line', maxLength: 120, isOptional: true });
});

test('addresses are asked for as addresses', () => {
	const inputPattern = String.raw`https?://\S+\.\S+`;
	expect(controlOf(proposalForm, 'source')).toMatchObject({ kind: 'url', isOptional: false, inputPattern });
	expect(controlOf(correctionForm, 'source')).toMatchObject({ kind: 'url', isOptional: true, inputPattern });
	const eMail = String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`;
	const personal = { kind: 'email', isOptional: true, isPersonal: true, inputPattern: eMail };
	expect(controlOf(proposalForm, 'email')).toMatchObject(personal);
});

test.each([call, proposalForm, correctionForm, messageForm])(
	'every pattern of the form $name is one for browsers',
	(form) => {
		for (const { inputPattern = '' } of controlsOf(form))
			expect(() => new RegExp(`^(?:${inputPattern})$`, 'v')).not.toThrow();
		expect(controlOf(form, 'reference')).toMatchObject({ kind: 'line', isOptional: true, maxLength: 24 });
		const word = new RegExp(`^(?:${controlOf(form, 'reference')?.inputPattern ?? ''})$`, 'v');
		expect(['K7WQ-3MTD', 'sky', 'blue bird'].map((text) => word.test(text))).toEqual([true, false, false]);
	},
);

test('a message has a topic, a text, and a name that stays with the form’s host', () => {
	expect(controlsOf(messageForm).map(({ name }) => name)).toEqual([
		'topic',
		'message',
		'name',
		'email',
		'reference',
		'consent',
	]);
	expect(controlOf(messageForm, 'topic')).toMatchObject({ kind: 'one', isOptional: false });
	expect(controlOf(messageForm, 'message')).toMatchObject({ kind: 'text', isOptional: false, maxLength: 5000 });
	expect(controlOf(messageForm, 'name')).toMatchObject({ isPersonal: true, autocomplete: 'name' });
});

test('a correction asks for a profile', () => {
	expect(controlOf(correctionForm, 'cluster')).toMatchObject({ kind: 'profile', isOptional: false });
});

test('consent is a box to tick', () => {
	expect(controlOf(correctionForm, 'consent')).toMatchObject({ kind: 'tick', isOptional: false });
});

test('a correction names facts of the profile by their labels', () => {
	const choices = controlOf(correctionForm, 'field')?.choices ?? [];
	expect(choices).toContainEqual({ value: 'members.total', label: 'Members: Number' });
	expect(choices).toContainEqual({ value: 'body', label: 'Text' });
});

test('a field that no form can show is named', () => {
	const schema = z.strictObject({ on: z.boolean().meta({ title: 'On' }) });
	expect(() => controlsOf({ name: 'odd', schema })).toThrow('odd.on: hosted forms have no field for “yes or no”');
});

test.each<[form: HostedForm, name: string, number: number | undefined, words: string]>([
	[proposalForm, 'name', 1, 'Enter the cluster’s name'],
	[proposalForm, 'themes', 6, 'Choose one to five themes'],
	[correctionForm, 'proposed', undefined, 'Enter what it should say'],
	[messageForm, 'consent', undefined, 'Tick that you agree'],
	[call, 'example', 1, 'Answer question 1: “Which one?”'],
	[call, 'one', undefined, 'Choose an answer to “What first?”'],
])('an empty field of %o asks in its own words: %s', (form, name, number, words) => {
	const control = controlOf(form, name);
	expect(control && askFor(control, number)).toBe(words);
});

test('every field of our own that must be filled in has words for that', () => {
	const silent = [proposalForm, correctionForm, messageForm].flatMap((form) =>
		controlsOf(form).filter(({ isOptional, ask }) => !isOptional && !ask),
	);
	expect(silent.map(({ name }) => name)).toEqual([]);
});
