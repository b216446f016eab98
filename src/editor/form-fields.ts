import { hasRows, type FieldDescription } from '../schemas/describe-fields.ts';

/** What Decap wants to know of a widget. It takes more keys than we use. */
interface Settings {
	widget: string;
	[setting: string]: unknown;
}

/** A field of the form, as Decap’s configuration has it. */
export interface FormField extends Settings {
	name: string;
	label: string;
	required: boolean;
	hint?: string;
	/** Where its schema stands, from the collection on: `clusters.sources.url`. */
	path?: string;
	/** Stands folded at the end of the form. */
	rare?: boolean;
	default?: unknown;
	fields?: FormField[];
	field?: FormField;
	types?: FormField[];
}

/** The widget of a text: each note in the schema stands for one. */
function settingsOfText(field: FieldDescription): Settings {
	if (field.collection) return { widget: 'entry', collection: field.collection };
	if (field.isPicture) return { widget: 'picture', choose_url: false };
	return { widget: hasRows(field) ? 'text' : 'string' };
}

/** Has Decap show a date as people write it (build/mend-decap.ts). */
export const AS_DATE = " | date('day')";

/** The first field of a group names it where the list is folded; a day alone would not, so what follows it does too. */
function summaryOf(fields: FormField[]): string {
	const shown = fields.slice(0, fields[0]?.widget === 'datetime' ? 2 : 1);
	return shown.map(({ name, widget }) => `{{fields.${name}${widget === 'datetime' ? AS_DATE : ''}}}`).join(' · ');
}

const noFieldFor = (what: string, { path, type }: FieldDescription, collection: string) =>
	new Error(`${collection}.${path}: forms have no field for ${what} “${type}”; add one to form-fields.ts.`);

function listOf(field: FieldDescription, collection: string): Settings {
	if (!field.each) throw new Error(`${collection}.${field.path}: say what one item is called, as “each”.`);
	return { widget: 'list', label_singular: field.each };
}

function settingsOfList(field: FieldDescription, collection: string): Settings {
	switch (field.type) {
		case 'text': {
			const settings = settingsOfText(field);
			if (settings.widget === 'entry') return { ...settings, multiple: true };
			return {
				...listOf(field, collection),
				summary: '{{fields.item}}',
				field: { name: 'item', label: 'Item', required: true, ...settings },
			};
		}
		case 'choice':
			return { widget: 'select', options: field.choices, multiple: true };
		case 'group': {
			const fields = toFormFields(field.fields, collection);
			return { ...listOf(field, collection), collapsed: true, summary: summaryOf(fields), fields };
		}
		case 'kinds': {
			const types = field.kinds.map(({ value, label, fields }) => ({
				name: value,
				label,
				widget: 'object',
				summary: '{{fields.label}}',
				fields: toFormFields(fields, collection).filter(({ name }) => name !== field.kindField),
			}));
			return { ...listOf(field, collection), typeKey: field.kindField, types };
		}
		default:
			throw noFieldFor('a list of', field, collection);
	}
}

const settingsOfNumber = ({ type, minimum, maximum }: FieldDescription): Settings => ({
	widget: 'number',
	...(type === 'whole number' ? { value_type: 'int' } : { value_type: 'float', step: 0.01 }),
	...(minimum === undefined ? {} : { min: minimum }),
	...(maximum === undefined ? {} : { max: maximum }),
});

function settingsOf(field: FieldDescription, collection: string, isNeeded: boolean): Settings {
	if (field.isList) return settingsOfList(field, collection);
	switch (field.type) {
		case 'text':
			return settingsOfText(field);
		case 'day':
			return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
		case 'choice':
			return { widget: 'select', options: field.choices };
		case 'literal':
			return { widget: 'hidden', default: field.choices[0]?.value };
		case 'whole number':
		case 'number':
			return settingsOfNumber(field);
		case 'yes or no':
			return { widget: 'boolean' };
		case 'group': {
			const fields = toFormFields(field.fields, collection, isNeeded);
			return { widget: field.isPlace ? 'place' : 'object', collapsed: !isNeeded, fields };
		}
		case 'kinds':
			throw noFieldFor('the type', field, collection);
	}
}

/**
 * The fields of a form, in the order of the schema; labels, hints, options and limits are the schema’s own. Fields
 * inside an optional group are not `required` by Decap, which would ask for them in an empty group too: the schema
 * itself does that (docs/decisions/). Throws, naming the field, on a type that it cannot show.
 */
export const toFormFields = (
	descriptions: readonly FieldDescription[],
	collection: string,
	isNeeded = true,
): FormField[] =>
	descriptions.map((field) => {
		const required = isNeeded && !field.isOptional;
		return {
			name: field.name,
			label: field.title,
			required,
			path: `${collection}.${field.path}`,
			...(field.description ? { hint: field.description } : {}),
			...(field.default === undefined ? {} : { default: field.default }),
			...(field.isRare ? { rare: true } : {}),
			...settingsOf(field, collection, required),
		};
	});
