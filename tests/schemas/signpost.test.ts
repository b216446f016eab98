import { expect, test } from 'vitest';
import { messagesOf } from '../entries.ts';

test.each([
	['to a page', {}],
	['to the home page', { address: '/' }],
	['to a filter', { address: '/clusters/theme/food/' }],
	['to a group of countries', { address: undefined, group: 'nordic' }],
	['to some countries', { address: undefined, countries: ['DK', 'SE'] }],
])('a signpost may lead %s', (_description, changes) => {
	expect(messagesOf('signposts', changes)).toEqual([]);
});

test.each([
	['nowhere', { address: undefined }],
	['to two things', { countries: ['DK'] }],
	['to a group and to countries', { address: undefined, group: 'nordic', countries: ['DK'] }],
])('a signpost cannot lead %s', (_description, changes) => {
	expect(messagesOf('signposts', changes)).toEqual([
		expect.stringContaining('Give an address, a group of countries, or countries.'),
	]);
});

test.each(['contact', 'https://example.org/', '/contact', '/Contact/', '/contact/#form'])(
	'%s is no address of a page of this site',
	(address) => {
		expect(messagesOf('signposts', { address })).toEqual([expect.stringContaining('Address')]);
	},
);

test('a place needs another name: its own is known already', () => {
	expect(messagesOf('places', { otherNames: [] })).toHaveLength(1);
	expect(messagesOf('places')).toEqual([]);
});
