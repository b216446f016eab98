import { descriptionsOf, hasRows, type FieldDescription } from '../schemas/describe-fields.ts';
import type { HostedForm } from './hosted-forms.ts';

/** A field of a hosted form: what its schema says of it, and the kind of control that HTML has for it. */
export interface FormControl extends FieldDescription {
	/** A line, several lines, an e-mail or web address, one choice, several, a profile, or a box to tick. */
	kind: 'line' | 'text' | 'email' | 'url' | 'one' | 'several' | 'profile' | 'tick';
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
	descriptionsOf(schema).map((field) => ({ ...field, kind: kindOf(form, field) }));

/** What is personal of that which a form asks for, in the midst of a sentence: “your name”. */
export const personalIn = (controls: readonly FormControl[]): string[] =>
	controls.filter(({ isPersonal }) => isPersonal).map(({ title }) => title.replace(/^Your /, 'your '));

/** What a form asks for where it finds nothing in a field, in words of the field’s own. A question may have a number. */
export function askFor({ ask, title, kind }: Pick<FormControl, 'ask' | 'title' | 'kind'>, number?: number): string {
	if (ask) return ask;
	if (number !== undefined) return `Answer question ${number}: “${title}”`;
	return `${kind === 'one' || kind === 'several' ? 'Choose an answer to' : 'Fill in'} “${title}”`;
}
