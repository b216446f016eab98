import { expect, test } from 'vitest';
import { realPages, textOf } from './pages.ts';

const forms = realPages().filter(({ document }) => document.querySelector('[data-hosted-form]'));

test.each(forms)('$path marks the fields that may stay empty, and no others', ({ document }) => {
	const rows = [...document.querySelectorAll('[data-row]')];
	const named = (part: readonly Element[]) => part.map((row) => row.getAttribute('data-row'));
	const optional = rows.filter((row) => !row.querySelector('[required]') && row.getAttribute('data-needed') !== 'true');
	expect(optional.length).toBeGreaterThan(0);
	expect(named(rows.filter((row) => /\((?:optional|required)\)/.test(textOf(row))))).toEqual(named(optional));
});
