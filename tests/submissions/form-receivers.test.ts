import { expect, test } from 'vitest';
import { handlingOf } from '../../src/submissions/form-handlers.ts';

const receipt = '/have-your-say/thanks/#proposal';
const origin = 'https://clusters.example.org';

test('Netlify takes a form at the page that thanks, by its name', () => {
	expect(handlingOf({ formHandler: 'netlify' }, 'proposal', receipt, origin)).toEqual({
		action: receipt,
		attributes: { 'data-netlify': 'true', 'netlify-honeypot': 'bot-field' },
		hidden: { 'form-name': 'proposal' },
		honeypot: 'bot-field',
	});
});

test('Formspree leads back to the page that thanks', () => {
	const settings = { formHandler: 'formspree', formAddress: 'https://formspree.example/f/abc' } as const;
	expect(handlingOf(settings, 'proposal', receipt, origin)).toEqual({
		action: 'https://formspree.example/f/abc',
		attributes: {},
		hidden: { 'form-name': 'proposal', _next: `${origin}${receipt}` },
		honeypot: '_gotcha',
	});
});

test('a receiver of one’s own learns the form and the way back', () => {
	const settings = { formHandler: 'other', formAddress: 'https://forms.example.net/' } as const;
	expect(handlingOf(settings, 'proposal', receipt, origin)).toMatchObject({
		action: 'https://forms.example.net/',
		hidden: { 'form-name': 'proposal', next: `${origin}${receipt}` },
	});
});
