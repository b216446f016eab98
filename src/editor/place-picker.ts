import { createElement, type MouseEvent, type ReactNode } from 'react';
import { mapAddress, mapOf } from '../formats/map.ts';
import { countries, type CountryCode } from '../schemas/countries.ts';
import type { ControlProps } from './checked-control.ts';
import { groupOf } from './entry-values.ts';

/** Two decimals are about a kilometre: as fine as a click on this map, and as coarse as a town. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

const isCountry = (value: unknown): value is CountryCode => typeof value === 'string' && value in countries;

/** The map of the profile’s country, or of Europe; a click on it sets latitude and longitude. Needs no tiles. */
export function placePicker({ value, onChange, getEntry }: ControlProps): ReactNode {
	const chosen = getEntry().getIn(['data', 'country']);
	const area = isCountry(chosen) ? chosen : 'europe';
	const { width, height, projection } = mapOf(area);
	const position = groupOf(value);
	const latitude = Number(position.get('latitude'));
	const longitude = Number(position.get('longitude'));
	const isPlaced = Number.isFinite(latitude) && Number.isFinite(longitude);
	const [x, y] = (isPlaced ? projection([longitude, latitude]) : undefined) ?? [];
	const pick = (event: MouseEvent<HTMLElement>) => {
		const box = event.currentTarget.getBoundingClientRect();
		const point: [number, number] = [
			((event.clientX - box.left) / box.width) * width,
			((event.clientY - box.top) / box.height) * height,
		];
		const [east, north] = projection.invert?.(point) ?? [];
		if (east === undefined || north === undefined) return;
		const precision = position.get('precision') ?? 'town';
		onChange(position.merge({ latitude: round(north), longitude: round(east), precision }));
	};
	const name = area === 'europe' ? 'Europe' : countries[area].label;
	return createElement(
		'div',
		{ className: 'place-picker' },
		// The numbers below do the same by keyboard.
		createElement(
			'div',
			{ className: 'place-picker-map', onClick: pick, title: 'Click where the place lies' },
			createElement('img', { src: mapAddress(area), alt: `Map of ${name}`, width, height, draggable: false }),
			x !== undefined &&
				y !== undefined &&
				createElement('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true }, [
					createElement('circle', { key: 'mark', cx: x, cy: y, r: 9 }),
				]),
		),
	);
}
