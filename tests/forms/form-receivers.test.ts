import { describe, expect, test } from 'vitest';
import { findReceiver, foreignReceivers, handlingBy, type Receiver } from '../../src/forms/form-receivers.ts';

const sent = {
	name: 'proposal',
	receipt: '/have-your-say/thanks/#proposal',
	origin: 'https://clusters.example.org',
	settings: { formAddress: 'https://formspree.io/f/abc', formKey: 'a-key' },
};

describe('who receives the forms', () => {
	test.each<[string, { formHandler: 'netlify' | 'formspree' | 'web3forms' }, Record<string, string>, Receiver]>([
		['Netlify, of what it builds itself', { formHandler: 'netlify' }, { NETLIFY: 'true' }, 'netlify'],
		['nobody, where Netlify does not build', { formHandler: 'netlify' }, {}, 'nobody'],
		['another receiver, wherever the site is built', { formHandler: 'formspree' }, {}, 'formspree'],
		['one’s own machine, if it says so', { formHandler: 'web3forms' }, { FORM_RECEIVER: 'stand-in' }, 'stand-in'],
		['another receiver, also where Netlify builds', { formHandler: 'web3forms' }, { NETLIFY: 'true' }, 'web3forms'],
		[
			'one’s own machine, also if Netlify is named',
			{ formHandler: 'netlify' },
			{ NETLIFY: 'true', FORM_RECEIVER: 'stand-in' },
			'stand-in',
		],
		['nobody, where Netlify says that it does not build', { formHandler: 'netlify' }, { NETLIFY: 'false' }, 'nobody'],
		['nobody, for a variable that means nothing', { formHandler: 'netlify' }, { FORM_RECEIVER: 'yes' }, 'nobody'],
	])('%s', (_, settings, environment, receiver) => {
		expect(findReceiver(settings, environment)).toBe(receiver);
	});
});

test.each<[string, 'netlify' | 'formspree' | 'web3forms', string[]]>([
	['of a host that takes forms by itself none', 'netlify', []],
	['the one whose address the settings have', 'formspree', ['https://formspree.io']],
	['the one that every site sends to', 'web3forms', ['https://api.web3forms.com']],
])('other hosts that forms are sent to: %s', (_what, formHandler, origins) => {
	expect(foreignReceivers({ formHandler, ...sent.settings }, { NETLIFY: 'true' })).toEqual(origins);
});

test('without a receiver forms are sent to no other host', () => {
	expect(foreignReceivers({ formHandler: 'netlify', ...sent.settings }, {})).toEqual([]);
});

test.each(['netlify', 'formspree', 'web3forms', 'stand-in'] as const)('%s is told which form it is', (receiver) => {
	expect(handlingBy(receiver, { ...sent, name: 'views-a' }).hidden).toMatchObject({ 'form-name': 'views-a' });
});

test('Netlify takes a form at the page that thanks, by its name', () => {
	expect(handlingBy('netlify', sent)).toEqual({
		action: '/have-your-say/thanks/#proposal',
		attributes: { 'data-netlify': 'true', 'netlify-honeypot': 'bot-field' },
		hidden: { 'form-name': 'proposal' },
		onward: {},
		honeypot: { name: 'bot-field', type: 'text' },
		encoding: 'urlencoded',
		proof: 'header x-nf-request-id',
	});
});

test('Formspree leads back to the page that thanks', () => {
	expect(handlingBy('formspree', sent)).toEqual({
		action: 'https://formspree.io/f/abc',
		attributes: {},
		hidden: { 'form-name': 'proposal' },
		onward: { _next: 'https://clusters.example.org/have-your-say/thanks/#proposal' },
		honeypot: { name: '_gotcha', type: 'text' },
		encoding: 'urlencoded',
		proof: 'json ok',
	});
});

test('Web3Forms knows the form by its key', () => {
	expect(handlingBy('web3forms', sent)).toEqual({
		action: 'https://api.web3forms.com/submit',
		attributes: {},
		hidden: { 'form-name': 'proposal', access_key: 'a-key' },
		onward: { redirect: 'https://clusters.example.org/have-your-say/thanks/#proposal' },
		honeypot: { name: 'botcheck', type: 'checkbox' },
		encoding: 'multipart',
		proof: 'json success',
	});
});

test('the stand-in takes a form where no page lies', () => {
	expect(handlingBy('stand-in', sent)).toEqual({
		action: '/api/forms',
		attributes: { 'data-honeypot': 'bot-field' },
		hidden: { 'form-name': 'proposal' },
		onward: {},
		honeypot: { name: 'bot-field', type: 'text' },
		encoding: 'urlencoded',
		proof: 'json received',
	});
});

test('what a page writes into the honeypot of one form is in no other', () => {
	Object.assign(handlingBy('stand-in', sent).honeypot, { class: 'astro-x' });
	expect(handlingBy('stand-in', sent).honeypot).toEqual({ name: 'bot-field', type: 'text' });
});
