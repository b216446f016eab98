import { fromJS } from 'immutable';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { ControlProps } from '../../src/editor/checked-control.ts';
import type { DecapGroup } from '../../src/editor/entry-values.ts';
import { placePicker } from '../../src/editor/place-picker.ts';

/** The picker of a profile as HTML. */
function pickerOf(country: string | undefined, position: Record<string, unknown> = {}): string {
	// Decap hands out immutable maps, which `fromJS` types by what it was given.
	const entry = fromJS({ data: { country } }) as unknown as DecapGroup;
	const props = { value: fromJS(position), getEntry: () => entry, onChange: () => undefined };
	return renderToStaticMarkup(createElement(() => placePicker(props as unknown as ControlProps)));
}

const choicesIn = (html: string) =>
	[...html.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)].map(([, , name]) => name);

describe('the picker of places', () => {
	test('shows Europe as long as no country is chosen', () => {
		expect(pickerOf(undefined)).toContain('src="/maps/europe.svg"');
	});

	test('shows the main territory of a country, without a choice where that is all', () => {
		const html = pickerOf('AT');
		expect(html).toContain('src="/maps/at.svg"');
		expect(choicesIn(html)).toEqual([]);
	});

	test('lets choose among the parts of a country', () => {
		expect(choicesIn(pickerOf('ES'))).toEqual(['Spain', 'Canary Islands', 'Ceuta', 'Melilla']);
	});

	test.each([
		['FR', -20.88, 55.45, '/maps/fr-re.svg', 'Réunion'],
		['FI', 60.1, 19.94, '/maps/fi-ax.svg', 'Åland'],
		['ES', 35.89, -5.31, '/maps/es-ce.svg', 'Ceuta'],
		['FR', 18.07, -63.08, '/maps/fr-mf.svg', 'Saint-Martin'],
		['FR', 48.86, 2.35, '/maps/fr.svg', 'France'],
	])('shows the part that the position lies in: %s %d %d', (country, latitude, longitude, address, name) => {
		const html = pickerOf(country, { latitude, longitude });
		expect(html).toContain(`src="${address}" alt="Map of ${name}"`);
		expect(html).toContain('<circle');
	});

	test('has no mark as long as there is no position', () => {
		expect(pickerOf('FR')).not.toContain('<circle');
	});

	test('has no mark where a position was emptied', () => {
		expect(pickerOf(undefined, { latitude: '', longitude: null })).not.toContain('<circle');
		expect(pickerOf('GB', { latitude: 51.5, longitude: '' })).not.toContain('<circle');
	});
});
