import * as z from 'zod';
import { countries, countryInText } from './countries.ts';
import {
	acrossFields,
	aliases,
	BODY_LABEL,
	choice,
	distinct,
	dayDone,
	eMailAddress,
	imageSchema,
	languageTag,
	line,
	oneOf,
	partialDate,
	referenceTo,
	report,
	someOf,
	sourceSchema,
	summary,
	webAddress,
	year,
} from './fields.ts';
import { keysOf, recordOf } from './keys-of.ts';
import { isInside, mendPosition } from './land.ts';
import * as vocabularies from './vocabularies.ts';

/** What sources support, and what corrections correct. */
const facts = {
	name: line(120).meta({ title: 'Name', description: 'In English or as the cluster calls itself in English texts.' }),
	localNames: z
		.array(
			z.strictObject({
				name: line(160).meta({ title: 'Name', description: 'In its own language and script.' }),
				language: languageTag.meta({ title: 'Language', description: 'BCP 47 tag, such as fr or sr-Latn.' }),
				note: line(120).optional().meta({ title: 'Note', description: 'For instance: name until 2020.' }),
			}),
		)
		.optional()
		.meta({ title: 'Local names', each: 'local name', description: 'Also former names, with a note.' }),
	acronym: line(20).optional().meta({ title: 'Acronym', description: 'Only one that the cluster uses.' }),
	summary: summary.meta({
		title: 'Summary',
		description: 'What it is, where, and what it does, in one or two sentences.',
	}),
	kind: oneOf(vocabularies.clusterKinds).meta({
		title: 'Kind',
		description: 'Our classification from what the sources describe.',
	}),
	stage: oneOf(vocabularies.stages)
		.optional()
		.meta({ title: 'Status', description: 'Leave empty if the sources do not show it.' }),
	stageAsOf: year.optional().meta({
		isDone: true,
		title: 'Status as of',
		description: 'The year of the newest source that shows this status.',
	}),
	founded: year.optional().meta({ isDone: true, title: 'Founded', description: 'The year.' }),
	ended: year.optional().meta({ isDone: true, title: 'Ended', description: 'The year it closed or was completed.' }),
	carrier: z
		.strictObject({
			name: line(160).optional().meta({ title: 'Name of the body', description: 'Only if it has a name of its own.' }),
			legalForm: oneOf(vocabularies.legalForms).meta({ title: 'Form', description: 'The nearest general form.' }),
			localForm: line(120)
				.optional()
				.meta({ title: 'Form in its own law', description: 'As its own law calls it: SCIC, asbl, eG.' }),
		})
		.optional()
		.meta({ title: 'Legal form', description: 'What the body that carries the cluster is.' }),
	country: oneOf(countries).meta({ title: 'Country', description: 'ISO 3166-1 code of the main seat.' }),
	region: line(120).optional().meta({ title: 'Region', description: 'As the source names it.' }),
	nuts: z
		.strictObject({
			code: z
				.string()
				.regex(/^[A-Z]{2}[A-Z0-9]{1,3}$/, 'is not a NUTS code')
				.meta({ title: 'Code', description: 'Note that NUTS says EL and UK where ISO says GR and GB.' }),
			version: choice({ 2021: '2021', 2024: '2024' }).meta({
				title: 'Version',
				description: 'The year of the classification.',
			}),
		})
		.optional()
		.meta({ title: 'EU region code', description: 'Eurostat’s NUTS code for the region, with its version.' }),
	place: line(120).optional().meta({ title: 'Place', description: 'Town or city.' }),
	position: z
		.strictObject({
			latitude: z.number().min(-90).max(90).meta({ title: 'Latitude', description: 'Degrees north, WGS 84.' }),
			longitude: z.number().min(-180).max(180).meta({ title: 'Longitude', description: 'Degrees east, WGS 84.' }),
			precision: choice({ address: 'Address', town: 'Town', area: 'Area' }).meta({
				title: 'Precision',
				description: 'What the point stands for.',
			}),
		})
		.optional()
		.meta({ isPlace: true, title: 'Position', description: 'Where the point on the map goes.' }),
	scope: oneOf(vocabularies.scopes).optional().meta({ title: 'Where it works', description: 'How far its work goes.' }),
	themes: someOf(vocabularies.themes)
		.max(5)
		.meta({ title: 'Themes', description: 'One to five; the first is the main one.' }),
	sectors: distinct(z.array(line(80)).min(1))
		.optional()
		.meta({ title: 'Fields of work', each: 'field of work', description: 'In the words of the sources.' }),
	ecosystems: someOf(vocabularies.industrialEcosystems)
		.optional()
		.meta({ title: 'EU industrial ecosystem', description: 'Out of the EU’s 14.' }),
	sdgs: someOf(vocabularies.sustainableDevelopmentGoals)
		.optional()
		.meta({ title: 'Development goals', description: 'Only those that a source names.' }),
	priorities: someOf(vocabularies.priorities)
		.optional()
		.meta({ title: 'Priorities', description: 'Only those that a source names.' }),
	services: someOf(vocabularies.services)
		.optional()
		.meta({ title: 'What members share', description: 'Services and means that members have in common.' }),
	activities: distinct(z.array(line(160)).min(1))
		.optional()
		.meta({ title: 'What it does', each: 'activity', description: 'Short phrases, one activity each.' }),
	members: z
		.strictObject({
			total: z.int().min(1).max(1_000_000).optional().meta({ title: 'Number', description: 'How many members.' }),
			qualifier: choice({ exact: 'Exactly', about: 'About', 'more-than': 'More than', 'fewer-than': 'Fewer than' })
				.optional()
				.meta({ title: 'Exactness', description: 'How the source puts the number.' }),
			counts: line(80)
				.optional()
				.meta({ title: 'Counted', description: 'What was counted: member organisations, tenants, people.' }),
			asOf: z
				.union([partialDate, z.literal('undated')])
				.optional()
				.meta({
					isDone: true,
					title: 'As of',
					description: 'Year or month of the number, or “undated” if the source has no date.',
				}),
			kinds: someOf(vocabularies.memberKinds)
				.optional()
				.meta({ title: 'Who takes part', description: 'Kinds of members.' }),
		})
		.optional()
		.meta({ title: 'Members', description: 'How many, when, and who.' }),
	practice: z
		.strictObject({
			worked: line(300).optional().meta({ title: 'What worked', description: 'As a source reports it.' }),
			hard: line(300).optional().meta({ title: 'What was hard', description: 'As a source reports it.' }),
			copy: line(300)
				.optional()
				.meta({ title: 'What others could copy', description: 'Our conclusion from what the sources report.' }),
		})
		.optional()
		.meta({ title: 'Lessons', description: 'What can be learned from it.' }),
	labels: z
		.array(
			z.strictObject({
				name: line(120).meta({ title: 'Label', description: 'The label or recognition.' }),
				issuer: line(120).meta({ title: 'Issuer', description: 'Who gave it.' }),
				on: partialDate.meta({ isDone: true, title: 'Date', description: 'When it was given.' }),
			}),
		)
		.optional()
		.meta({ title: 'Labels', each: 'label', description: 'Recognitions with issuer and date.' }),
	relations: z
		.array(
			z.strictObject({
				cluster: referenceTo('clusters').meta({ title: 'Cluster', description: 'The other profile.' }),
				kind: oneOf(vocabularies.relationKinds).meta({ title: 'Tie', description: 'What this one is to the other.' }),
				note: line(200).optional().meta({ title: 'Note', description: 'In a few words.' }),
			}),
		)
		.optional()
		.meta({ title: 'Relations', each: 'relation', description: 'Ties to other clusters that a source shows.' }),
	website: webAddress.optional().meta({ title: 'Website', description: 'The cluster’s own.' }),
	mailbox: eMailAddress
		.optional()
		.meta({ title: 'Mailbox', description: 'A role address such as info@; never a person’s own.' }),
	image: imageSchema.optional().meta({ title: 'Image', description: 'A picture that the cluster may be shown with.' }),
};

const titles = recordOf(keysOf(facts), (name) => facts[name].meta()?.title ?? name);

/** One of the facts of a profile, or its text. */
const fact = choice({ ...titles, body: BODY_LABEL });
export type FactName = z.infer<typeof fact>;

/** The longest value that the list of corrections shows. */
export const CORRECTION_MAX_CHARACTERS = 200;

const fields = {
	...facts,
	sources: z
		.array(
			sourceSchema.extend({
				supports: distinct(z.array(fact).min(1)).meta({
					title: 'Supports',
					description: 'The fields that rest on this source.',
				}),
			}),
		)
		.min(1)
		.meta({ title: 'Sources', each: 'source', description: 'The pages read, each with the fields that rest on it.' }),
	check: z
		.strictObject({
			on: dayDone.meta({ title: 'Checked on', description: 'The day.' }),
			by: line(120).meta({ title: 'Checked by', description: 'A role, not a private person.' }),
			how: choice({
				record: 'Against our record of the sources',
				sources: 'Against the sources',
				cluster: 'With the cluster',
			}).meta({
				title: 'How',
				description: 'Against our record of the sources, against the sources, or with the cluster.',
			}),
			against: line(300)
				.optional()
				.meta({ title: 'Against what', description: 'If more was compared than the sources listed here.' }),
		})
		.meta({ title: 'Last checked', description: 'The last check; the next one follows from the date.' }),
	corrections: z
		.array(
			z.strictObject({
				on: dayDone.meta({ title: 'Corrected on', description: 'The day.' }),
				field: fact.meta({ title: 'Field', description: 'The field that was corrected.' }),
				from: line(CORRECTION_MAX_CHARACTERS).meta({ title: 'From', description: 'What stood here before.' }),
				to: line(CORRECTION_MAX_CHARACTERS).meta({ title: 'To', description: 'What stands here now.' }),
				note: line(200).optional().meta({ title: 'Note', description: 'Who told us (role), or why.' }),
			}),
		)
		.optional()
		.meta({ title: 'Corrections', each: 'correction', description: 'Shown on the page, newest first.' }),
	proposedBy: line(120)
		.optional()
		.meta({ title: 'Proposed by', description: 'The organisation that proposed the profile.' }),
	aliases,
};

/** The fields of a profile, in the order of the form; labels and hints are their metadata. */
export const clusterFields = fields;

/** The names that `supports` and `corrections` may use. */
export const supportableFields: readonly string[] = fact.options;

/** Whether a name is that of a fact, or of the text. */
export const isFactName = (name: string): name is FactName => supportableFields.includes(name);

/** Whether a profile says anything in a field: an empty list or group says nothing. */
export function states(cluster: Partial<Record<FactName, unknown>>, field: FactName): boolean {
	const value = cluster[field];
	return typeof value === 'object' && value ? Object.keys(value).length > 0 : value !== undefined;
}

/** A profile of a social economy cluster. */
export const clusterSchema = z.strictObject(fields).superRefine((cluster, context) => {
	const { founded, ended, stage, members, position, country } = cluster;
	if (founded && ended && ended < founded) {
		report(context, ['ended'], `${ended} lies before the founding year ${founded}`, 'Correct one of the two years.');
	}
	if (ended && stage !== 'closed' && stage !== 'completed') {
		const mend = 'Set the status to closed or completed, or remove the year it ended.';
		report(context, ['stage'], `does not fit an ended cluster (${ended})`, mend);
	}
	if (members?.total && !members.asOf) {
		const mend = 'Give the year or month of the number, or write undated.';
		report(context, ['members', 'asOf'], 'is missing, yet there is a number of members', mend);
	}
	if (cluster.stageAsOf && !stage) {
		report(context, ['stage'], 'is missing, yet it has a year', 'Give the status, or remove its year.');
	}
	for (const field of ['qualifier', 'counts'] as const) {
		if (members?.[field] && !members.total) {
			report(context, ['members', field], 'has no number to go with', 'Give the number, or remove this.');
		}
	}
	if (members?.asOf && !members.total) {
		report(context, ['members', 'total'], 'is missing, yet it has a date', 'Give the number, or remove its date.');
	}
	if (position && !isInside(country, position)) {
		const mend = mendPosition(country, position);
		const rule = `(${position.latitude}, ${position.longitude}) lies outside ${countryInText(countries[country].label)}`;
		report(context, ['position'], rule, mend);
	}
	cluster.sources.forEach((source, index) => {
		for (const field of source.supports) {
			if (field !== 'body' && !states(cluster, field)) {
				const mend = `Fill in ${field}, or take it off this list.`;
				report(context, ['sources', index, 'supports'], `names “${field}”, which is empty here`, mend);
			}
		}
	});
}, acrossFields);
export type Cluster = z.infer<typeof clusterSchema>;
