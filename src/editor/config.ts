import {
	collectionNames,
	collectionOf,
	extensionOf,
	fileOf,
	folderOf,
	hasBody,
	type CollectionName,
} from '../schemas/collections.ts';
import { capital } from '../formats/text.ts';
import { descriptionsOf } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';
import { AS_DATE, toFormFields, type FormField } from './form-fields.ts';

/** Where drafts and changes go: a git host, or the folder on one’s own machine. */
export interface Backend {
	name: 'github' | 'gitlab' | 'gitea' | 'proxy';
	[setting: string]: unknown;
}

/** What differs from place to place, for the same forms. */
export interface Place {
	backend: Backend;
	/** Address of the site, for links from the editor to its pages. */
	siteUrl: string;
	/** Whether drafts are reviewed before they are published. Decap’s Gitea back end cannot. */
	hasWorkflow: boolean;
	/** The day of today, which new entries get as the one on which they were written. */
	today?: string;
}

/** Where pictures lie. */
export const MEDIA_FOLDER = 'content/assets';

/** The name of the format that reads and writes the files of a collection. */
export const formatOf = (collection: CollectionName): string => `${collection}-entry`;

/** What the form keeps beside the fields of an entry and no file has. */
export const keptAside = {
	/** The file as it was read, so that a change leaves the rest of it alone. */
	source: '$source',
	/** Why the file cannot be read. */
	problem: '$problem',
	/** The state of a profile’s check, for the lists. */
	check: '$check',
	/** The slug that the editor wants. */
	slug: '$slug',
} as const;

/** The fields of a draft, without what is kept aside. */
export const fieldsOf = (draft: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(draft).filter(([name]) => !name.startsWith('$')));

const bodyField: FormField = {
	name: 'body',
	label: BODY_LABEL,
	widget: 'markdown',
	required: false,
	hint: 'Paragraphs, headings, lists, tables, links and pictures, written or pasted from elsewhere.',
};

/** Shows and changes the slug of an entry; what it was stays an alias. */
const slugField: FormField = {
	name: keptAside.slug,
	label: 'Address',
	widget: 'slug',
	required: false,
	rare: true,
	hint: 'The last part of the address. Made from the name at first; if you change it later, the old address leads here.',
};

/** The fields of a form, in the order of the schema; then the text, and last what is seldom filled in. */
function fieldsFor(collection: CollectionName, today?: string): FormField[] {
	const { schema } = collectionOf(collection);
	const descriptions = descriptionsOf(schema);
	const isDoneNow = ({ name }: FormField) =>
		descriptions.some((field) => field.name === name && field.type === 'day' && field.isDone && !field.isOptional);
	const fields = toFormFields(descriptions, collection).map((field) => ({
		...field,
		...(today !== undefined && isDoneNow(field) ? { default: today } : {}),
		// One click says that all was checked again today.
		...(field.name === 'check' ? { widget: 'check' } : {}),
	}));
	const all = [
		...fields,
		...(hasBody(collection) ? [bodyField] : []),
		// Without former slugs an old address, and what refers to it, would lead nowhere.
		...(Object.hasOwn(schema.shape, 'aliases') ? [slugField] : []),
	];
	return [...all.filter(({ rare }) => !rare), ...all.filter(({ rare }) => rare)];
}

/**
 * What the list of a collection shows, sorts and groups by, from what its form has: names of fields, `check.on` for one
 * inside a group. By the date entries are ordered, newest first; profiles by their check, oldest first.
 */
export function listFieldsOf(name: CollectionName) {
	const { titleField: title = 'title', schema } = collectionOf(name);
	const fields = descriptionsOf(schema);
	const dates = fields.filter(({ type, isOptional }) => type === 'day' && !isOptional).map((field) => field.name);
	const hasCheck = Object.hasOwn(schema.shape, 'check');
	const date = hasCheck ? 'check.on' : (dates[0] ?? fields.find((field) => field.name === 'date')?.name);
	return {
		title,
		date,
		sortable: [title, ...dates, ...(hasCheck ? ['check.on'] : [])],
		groups: fields
			.filter(({ type, isList }) => type === 'choice' && !isList)
			.map((field) => ({ label: field.title, field: field.name })),
	};
}

/** A date in the line of a list. A draft from outside has no check yet. */
const inSummary = (date: string): string =>
	date === 'check.on'
		? "{{check.on | ternary('checked', 'not checked yet')}} {{check.on" + AS_DATE + '}}'
		: `{{${date}${AS_DATE}}}`;

/** A collection of many entries: its list, sorted and grouped by what its fields allow. */
function manyOf(name: CollectionName, today?: string) {
	const { label, plural, address } = collectionOf(name);
	const { title, date, sortable, groups } = listFieldsOf(name);
	const hasPage = address && !address('x').includes('#');
	return {
		name,
		label: plural,
		label_singular: label,
		folder: folderOf(name),
		create: true,
		format: formatOf(name),
		extension: extensionOf(name),
		identifier_field: title,
		// What the form makes of the name; Decap’s own slugs are not always ours.
		slug: `{{fields.${keptAside.slug}}}`,
		summary: [`{{${title}}}`, ...(date ? [inSummary(date)] : [])].join(' · '),
		...(hasPage ? { preview_path: address('{{slug}}').slice(1) } : {}),
		sortable_fields: sortable,
		...(date === 'check.on'
			? {
					view_filters: [
						{ label: 'Check overdue', field: keptAside.check, pattern: 'overdue' },
						{ label: 'Check due or overdue', field: keptAside.check, pattern: 'due' },
					],
				}
			: {}),
		...(groups.length > 0 ? { view_groups: groups } : {}),
		fields: fieldsFor(name, today),
	};
}

/** A collection of one entry, such as the settings. */
function oneOf(name: CollectionName, slug: string) {
	const { label, plural } = collectionOf(name);
	const file = fileOf(name, slug);
	return {
		name,
		label: plural,
		format: formatOf(name),
		extension: extensionOf(name),
		files: [{ name: slug, label: capital(label), file, fields: fieldsFor(name) }],
	};
}

/** The whole configuration of Decap CMS, made from the schemas. */
export const toConfig = ({ backend, siteUrl, hasWorkflow, today }: Place) => ({
	load_config_file: false,
	backend,
	locale: 'en',
	site_url: siteUrl,
	display_url: siteUrl,
	show_preview_links: true,
	publish_mode: hasWorkflow ? 'editorial_workflow' : 'simple',
	media_folder: MEDIA_FOLDER,
	public_folder: '../assets',
	slug: { encoding: 'ascii', clean_accents: true },
	collections: collectionNames.map((name) => {
		const { onlySlug } = collectionOf(name);
		return onlySlug ? oneOf(name, onlySlug) : manyOf(name, today);
	}),
});
