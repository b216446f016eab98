import { expect, test } from 'vitest';
import { scriptBody } from '../../src/forms/script-body.ts';

const fields = (...entries: [string, string][]): FormData => {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
};

const sent: [string, string][] = [
	['form-name', 'proposal'],
	['_next', 'https://clusters.example.org/thanks/'],
	['themes[]', 'food'],
	['themes[]', 'care'],
	['name', 'Łódź & 🌱'],
	['place', ''],
];

test('a script posts a form as a browser does, without the field that leads on', () => {
	const body = scriptBody(fields(...sent), ['_next'], 'urlencoded');
	expect(body).toBeInstanceOf(URLSearchParams);
	expect([...body]).toEqual(sent.filter(([name]) => name !== '_next'));
});

test('a script posts a form in parts where the receiver needs it, each field once', () => {
	const body = scriptBody(fields(...sent), ['_next', 'redirect'], 'multipart');
	expect(body).toBeInstanceOf(FormData);
	expect([...body]).toEqual([
		['form-name', 'proposal'],
		['themes[]', 'food, care'],
		['name', 'Łódź & 🌱'],
		['place', ''],
	]);
});
