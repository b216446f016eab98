import { describe, expect, test } from 'vitest';
import { formsInFolder, formsInPage } from '../../../src/local/forms/page-forms.ts';
import { temporaryFolder, writeFiles } from './form-site.ts';

const fieldsOf = async (html: string, name = 'a') => {
	const form = (await formsInPage(html))(name);
	return form && [...form.fields].sort();
};

describe('a form that the host receives', () => {
	test.each([
		['data-netlify="true"', true],
		["data-netlify='true'", true],
		['data-netlify=true', true],
		['netlify', true],
		['netlify=""', true],
		['data-netlify="false"', false],
		['data-netlify', false],
		['action="/api/forms"', true],
		['action="/api/forms/"', false],
		['action="https://formspree.io/f/abc"', false],
		['', false],
	])('is known by its attribute: %s', async (attribute, isKnown) => {
		expect(await fieldsOf(`<form name="a" ${attribute}><input name="b"></form>`)).toEqual(
			isKnown ? ['b', 'form-name'] : undefined,
		);
	});

	test.each(['data-netlify-honeypot', 'netlify-honeypot', 'data-honeypot'])(
		'names its honeypot: %s',
		async (attribute) => {
			const forms = await formsInPage(`<form name="a" netlify ${attribute}="pot"><input name="pot"></form>`);
			expect(forms('a')?.honeypot).toBe('pot');
		},
	);

	test('has the fields that browsers send, however they are written', async () => {
		const fields = `<INPUT name=b><textarea name="c">></textarea><select name='d'></select><input type=checkbox name="e">
			<input type="submit" name="f"><button name="g"></button><input type="Reset" name="h"><input>`;
		expect(await fieldsOf(`<FORM title="a > b" name="a" netlify>${fields}</FORM>`)).toEqual([
			'b',
			'c',
			'd',
			'e',
			'form-name',
		]);
	});

	test('needs a name', async () => {
		expect(await fieldsOf('<form netlify><input name="b"></form>', '')).toBeUndefined();
	});

	test('stands beside others in its page', async () => {
		const html = '<form action="/search/"><input name="q"></form><form name="a" netlify><input name="b"></form>';
		expect(await fieldsOf(html)).toEqual(['b', 'form-name']);
	});
});

test('a form in several pages has the fields of all of them', async () => {
	const folder = temporaryFolder('site');
	writeFiles(folder, {
		'index.html': '',
		'one/index.html': '<form name="a" netlify><input name="b"></form>',
		'two/deep/index.html': '<form name="a" netlify><input name="c"></form>',
		'no-page.txt': '<form name="a" netlify><input name="d"></form>',
	});
	expect([...((await formsInFolder(folder)())('a')?.fields ?? [])].sort()).toEqual(['b', 'c', 'form-name']);
});

test('a site that was built for one’s own machine has its forms, though no page of it names Netlify', async () => {
	const folder = temporaryFolder('site');
	writeFiles(folder, {
		'index.html': '',
		'contact/index.html': '<form name="a" action="/api/forms" data-honeypot="pot"><input name="b"></form>',
	});
	expect((await formsInFolder(folder)())('a')).toEqual({
		name: 'a',
		fields: new Set(['form-name', 'b']),
		honeypot: 'pot',
	});
});
