import { z } from 'zod';
import { toFormFields, type FormField } from '../cms/form-fields.ts';
import { unwrapped } from '../schemas/labels.ts';
import type { HostedForm } from './hosted-forms.ts';

/** A field of a hosted form, as HTML needs it. Label, hint, choices and limits are its schema’s own. */
export interface FormControl {
	name: string;
	label: string;
	hint?: string;
	isRequired: boolean;
	/** A line, several lines, an e-mail or web address, one choice, several, a profile, or a box to tick. */
	kind: 'line' | 'text' | 'email' | 'url' | 'one' | 'several' | 'profile' | 'tick';
	maxCharacters?: number;
	choices: readonly { value: string; label: string }[];
	/** How many choices at most. */
	maxChoices?: number;
	/** Stays with the form’s host. */
	isPersonal: boolean;
	/** What a browser may fill in by itself, as HTML calls it. */
	autocomplete?: string;
	/** What a value has to look like, as HTML writes it. */
	pattern?: string;
}

function kindOf({ widget, multiple }: FormField, schema: z.core.$ZodType, choiceCount: number): FormControl['kind'] {
	if (widget === 'select') return multiple === true ? 'several' : choiceCount === 1 ? 'tick' : 'one';
	if (widget === 'entry') return 'profile';
	if (schema instanceof z.ZodEmail) return 'email';
	if (schema instanceof z.ZodURL) return 'url';
	if (widget === 'text' || widget === 'string') return widget === 'text' ? 'text' : 'line';
	throw new Error(`Hosted forms have no field for the widget “${widget}”; add one to form-controls.ts.`);
}

const maxLengthOf = (schema: z.core.$ZodType): number | undefined =>
	schema instanceof z.ZodString || schema instanceof z.ZodStringFormat ? (schema.maxLength ?? undefined) : undefined;

function maxItemsOf(schema: z.core.$ZodType): number | undefined {
	const checks = (schema._zod.def.checks ?? []).map((check) => check._zod.def as { check: string; maximum?: number });
	return checks.find(({ check }) => check === 'max_length')?.maximum;
}

type Notes = Partial<Pick<FormControl, 'isPersonal' | 'autocomplete'> & { inputPattern: string }>;

/** The fields of a hosted form in its order. Throws on a field that it cannot show, naming it. */
export function controlsOf({ name: form, schema }: HostedForm): FormControl[] {
	const shape = schema.shape as Record<string, z.core.$ZodType>;
	return toFormFields(schema, form).map((field): FormControl => {
		const own = shape[field.name];
		if (!own) throw new Error(`The form ${form} has no field ${field.name}.`);
		const inner = unwrapped(own);
		const choices = (field['options'] ?? []) as FormControl['choices'];
		const kind = kindOf(field, inner, choices.length);
		// What an optional field is inside is noted there.
		const notes = { ...z.globalRegistry.get(inner), ...z.globalRegistry.get(own) } as Notes;
		const { isPersonal = false, autocomplete, inputPattern: pattern } = notes;
		const [maxCharacters, maxChoices] = [maxLengthOf(inner), kind === 'several' ? maxItemsOf(inner) : undefined];
		return {
			name: field.name,
			label: field.label,
			...(field.hint ? { hint: field.hint } : {}),
			isRequired: field.required,
			kind,
			choices,
			isPersonal,
			...(autocomplete ? { autocomplete } : {}),
			...(pattern ? { pattern } : {}),
			...(maxCharacters === undefined ? {} : { maxCharacters }),
			...(maxChoices === undefined ? {} : { maxChoices }),
		};
	});
}
