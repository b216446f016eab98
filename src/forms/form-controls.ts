import { descriptionsOf, hasRows, type Choice, type FieldDescription } from '../schemas/describe-fields.ts';
import type { HostedForm } from './hosted-forms.ts';

/** A field of a hosted form, as HTML needs it. Label, hint, choices and limits are its schema’s own. */
export interface FormControl {
	name: string;
	label: string;
	hint: string | undefined;
	isRequired: boolean;
	/** A line, several lines, an e-mail or web address, one choice, several, a profile, or a box to tick. */
	kind: 'line' | 'text' | 'email' | 'url' | 'one' | 'several' | 'profile' | 'tick';
	maxCharacters: number | undefined;
	choices: readonly Choice[];
	/** How many choices at most. */
	maxChoices: number | undefined;
	/** Stays with the form’s host. */
	isPersonal: boolean;
	/** What a browser may fill in by itself, as HTML calls it. */
	autocomplete: string | undefined;
	/** What a value has to look like, as HTML writes it. */
	pattern: string | undefined;
}

function kindOf(form: string, field: FieldDescription): FormControl['kind'] {
	const { path, type, isList, choices, collection, format, isPicture } = field;
	if (type === 'choice') return isList ? 'several' : choices.length === 1 ? 'tick' : 'one';
	if (type !== 'text' || isList || isPicture) {
		throw new Error(`${form}.${path}: hosted forms have no field for “${type}” as it is; add one to form-controls.ts.`);
	}
	if (collection) return 'profile';
	if (format === 'email' || format === 'url') return format;
	return hasRows(field) ? 'text' : 'line';
}

/** The fields of a hosted form in its order. Throws on a field that it cannot show, naming it. */
export const controlsOf = ({ name: form, schema }: HostedForm): FormControl[] =>
	descriptionsOf(schema).map((field) => ({
		name: field.name,
		label: field.title,
		hint: field.description,
		isRequired: !field.isOptional,
		kind: kindOf(form, field),
		choices: field.choices,
		isPersonal: field.isPersonal ?? false,
		autocomplete: field.autocomplete,
		pattern: field.inputPattern,
		maxCharacters: field.maxLength,
		maxChoices: field.maxItems,
	}));
