import { createElement, useState, type ChangeEvent, type MouseEvent, type ReactNode } from 'react';
import { areaAt, mapAddress, mapOf, type Area } from '../formats/map.ts';
import { countries, type CountryCode } from '../schemas/countries.ts';
import { parts, partsOf, type PartCode } from '../schemas/land.ts';
import type { ControlProps } from './checked-control.ts';
import { groupOf } from './entry-values.ts';

/** Two decimals are about a kilometre: as fine as a click on a map of a country, and as coarse as a town. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

/** A number of a form, which an emptied field has as text. */
const degreesOf = (value: unknown) => (value === '' || value === null ? NaN : Number(value));

const isCountry = (value: unknown): value is CountryCode => typeof value === 'string' && value in countries;

const areaName = (area: CountryCode | PartCode) => (isCountry(area) ? countries[area].label : parts[area].name);

interface PickerProps extends ControlProps {
	country: CountryCode | undefined;
}

/** A choice of the parts of a country; nothing where it has none. */
function partChoice(id: string, country: CountryCode, area: Area, onChoose: (area: Area) => void): ReactNode {
	const areas = [country, ...partsOf(country)];
	if (areas.length === 1) return undefined;
	const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
		const chosen = areas[target.selectedIndex];
		if (chosen) onChoose(chosen);
	};
	return createElement(
		'div',
		{ className: 'place-picker-part' },
		createElement('label', { htmlFor: id }, 'Map of'),
		' ',
		createElement(
			'select',
			{ id, value: area, onChange: choose },
			areas.map((code) => createElement('option', { key: code, value: code }, areaName(code))),
		),
	);
}

function PlacePicker({ forID, value, onChange, country }: PickerProps): ReactNode {
	const [chosen, choose] = useState<Area>();
	const position = groupOf(value);
	const latitude = degreesOf(position.get('latitude'));
	const longitude = degreesOf(position.get('longitude'));
	const isPlaced = Number.isFinite(latitude) && Number.isFinite(longitude);
	const area = chosen ?? (country ? (isPlaced ? areaAt(country, { latitude, longitude }) : country) : 'europe');
	const { width, height, project, positionAt } = mapOf(area);
	const mark = isPlaced ? project({ latitude, longitude }) : undefined;
	const pick = (event: MouseEvent<HTMLElement>) => {
		const box = event.currentTarget.getBoundingClientRect();
		const picked = positionAt({
			x: ((event.clientX - box.left) / box.width) * width,
			y: ((event.clientY - box.top) / box.height) * height,
		});
		const precision = position.get('precision') ?? 'town';
		onChange(position.merge({ latitude: round(picked.latitude), longitude: round(picked.longitude), precision }));
	};
	const name = area === 'europe' ? 'Europe' : areaName(area);
	return createElement(
		'div',
		{ className: 'place-picker' },
		country && partChoice(`${forID}-map`, country, area, choose),
		// The numbers below do the same by keyboard.
		createElement(
			'div',
			{ className: 'place-picker-map', onClick: pick, title: 'Click where the place lies' },
			createElement('img', { src: mapAddress(area), alt: `Map of ${name}`, width, height, draggable: false }),
			mark &&
				createElement('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true }, [
					createElement('circle', { key: 'mark', cx: mark.x, cy: mark.y, r: 9 }),
				]),
		),
	);
}

/**
 * The map of the profile’s country, or of the part of it that was chosen or that the position lies in, or of Europe;
 * a click on it sets latitude and longitude. Needs no tiles.
 */
export function placePicker(props: ControlProps): ReactNode {
	const chosen = props.getEntry().getIn(['data', 'country']);
	const country = isCountry(chosen) ? chosen : undefined;
	// Another country begins with its own map.
	return createElement(PlacePicker, { ...props, country, key: country });
}
