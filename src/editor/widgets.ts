import DecapCmsWidgetBoolean from 'decap-cms-widget-boolean';
import DecapCmsWidgetDatetime from 'decap-cms-widget-datetime';
import DecapCmsWidgetImage from 'decap-cms-widget-image';
import DecapCmsWidgetList from 'decap-cms-widget-list';
import DecapCmsWidgetNumber from 'decap-cms-widget-number';
import DecapCmsWidgetObject from 'decap-cms-widget-object';
import DecapCmsWidgetRelation from 'decap-cms-widget-relation';
import DecapCmsWidgetSelect from 'decap-cms-widget-select';
import DecapCmsWidgetString from 'decap-cms-widget-string';
import DecapCmsWidgetText from 'decap-cms-widget-text';
import { fromJS } from 'immutable';
import { createElement, Fragment, useState, type ComponentClass, type ReactNode } from 'react';
import { brusselsToday } from '../formats/brussels-days.ts';
import { checked, type ControlProps } from './checked-control.ts';
import { entriesOf } from './entry-index.ts';
import { groupOf } from './entry-values.ts';
import { openChoices } from './open-choices.ts';
import { placePicker } from './place-picker.ts';
import { SlugControl } from './slug-control.ts';
import { TextControl } from './text/text-control.ts';

/** A widget as Decap registers it. */
export interface DecapWidget {
	name: string;
	controlComponent: ComponentClass<ControlProps>;
	[setting: string]: unknown;
}

const parts = [
	DecapCmsWidgetString,
	DecapCmsWidgetText,
	DecapCmsWidgetNumber,
	DecapCmsWidgetBoolean,
	DecapCmsWidgetDatetime,
	DecapCmsWidgetList,
	DecapCmsWidgetObject,
];

/** Relations choose from an index made by the build: asking the git host for every entry would take minutes. */
const fromIndex = (props: ControlProps): ControlProps => ({
	...props,
	field: props.field.merge(fromJS({ value_field: '{{slug}}', display_fields: ['title'], search_fields: ['title'] })),
	query: async (_id: string, collection: string, _fields: string[], words: string) => ({
		payload: { hits: await entriesOf(collection, words) },
	}),
});

const ASSETS = '../assets/';

/** Profiles name pictures by their file; Decap names them as texts do, from the folder of the entry. */
const namedByFile = (props: ControlProps): ControlProps => ({
	...props,
	value: typeof props.value === 'string' && props.value ? `${ASSETS}${props.value}` : props.value,
	onChange: (value, metadata) => {
		props.onChange(typeof value === 'string' ? value.replace(ASSETS, '') : value, metadata);
	},
});

/** Says with one click that everything was checked again today. */
function CheckedToday({ value, onChange }: ControlProps): ReactNode {
	const [said, say] = useState('');
	const press = () => {
		const today = brusselsToday();
		const check = groupOf(value);
		say(check.get('on') === today ? 'The day of today stands there already.' : 'The day is set to today.');
		onChange(check.set('on', today));
	};
	return createElement(
		Fragment,
		undefined,
		createElement('button', { type: 'button', className: 'editor-button', onClick: press }, 'Checked today'),
		' ',
		createElement('span', { role: 'status' }, said),
	);
}

/** All widgets of the forms: Decap’s own, which accept what the schemas accept, and a few of ours made from them. */
export function widgets(): DecapWidget[] {
	const own = parts.map((part) => part.Widget());
	const relation = DecapCmsWidgetRelation.Widget();
	const image = DecapCmsWidgetImage.Widget();
	const object = DecapCmsWidgetObject.Widget();
	const select = DecapCmsWidgetSelect.Widget();
	return [
		...own.map((widget) => ({ ...widget, controlComponent: checked(widget.controlComponent) })),
		{ ...select, controlComponent: checked(select.controlComponent, { toProps: openChoices }) },
		// Decap's relation asks for settings that the index makes needless.
		{
			...relation,
			name: 'entry',
			schema: {},
			controlComponent: checked(relation.controlComponent, { toProps: fromIndex }),
		},
		{ ...image, name: 'picture', controlComponent: checked(image.controlComponent, { toProps: namedByFile }) },
		{
			...object,
			name: 'check',
			controlComponent: checked(object.controlComponent, { before: (props) => createElement(CheckedToday, props) }),
		},
		{ ...object, name: 'place', controlComponent: checked(object.controlComponent, { before: placePicker }) },
		{ name: 'slug', controlComponent: SlugControl },
		{ name: 'markdown', controlComponent: checked(TextControl) },
	].map((widget) => ({ schema: {}, ...widget }));
}
