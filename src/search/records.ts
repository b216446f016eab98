import { knownDate } from '../formats/brussels-days.ts';
import { formatDate, formatRange } from '../formats/date.ts';
import { fold } from '../formats/fold.ts';
import { formatLanguage } from '../formats/text.ts';
import { callStepsOn } from '../model/call-state.ts';
import { factsOf, formatPlace } from '../model/cluster-facts.ts';
import { groupBy } from '../formats/group-by.ts';
import { formatMeetingDays, outcomeOn } from '../model/meeting-state.ts';
import { doorOf, MAIN_DOOR } from '../model/navigation.ts';
import { pointStepsOn } from '../model/point-state.ts';
import type { Site } from '../model/site.ts';
import { wordsForPoint } from '../model/state-words.ts';
import { addressOf, type AddressedCollection, type CollectionName, type Entry } from '../schemas/collections.ts';
import { countries } from '../schemas/countries.ts';
import { meetingGroups, meetingTopics, organisationKinds, services, updateKinds } from '../schemas/vocabularies.ts';

/** What the search index holds of one entry. */
export interface SearchRecord {
	/** Address on the site, with an anchor where entries share a page. */
	url: string;
	title: string;
	/** The door of the header behind which it lies; results are grouped by it. */
	door: string;
	/** What tells it from others of the same title: a place, a date. */
	where: string;
	/** Everything its page says of it, the summary first. */
	text: string;
	/** Names and places as somebody types them who knows no accents, where that differs. */
	plain: string;
}

/** The body of an entry as words. */
type BodyText = (collection: CollectionName, id: string) => string;

type Words = readonly (string | undefined)[];

/** One text with a stop after each part, so that no phrase is found across two. */
const join = (words: Words) =>
	words
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$/.test(part ?? '') ? part : `${part ?? ''}.`))
		.join(' ');

function toSearchRecord(
	collection: AddressedCollection,
	id: string,
	title: string,
	where: Words,
	text: Words,
): SearchRecord {
	const url = addressOf(collection, id);
	const place = where.filter(Boolean).join(', ');
	const names = `${title} ${place}`;
	const plain = fold(names);
	return {
		url,
		title,
		door: doorOf(url)?.label ?? '',
		where: place,
		text: join(text),
		plain: plain === names.toLowerCase() ? '' : plain,
	};
}

/** What a cluster’s page says, in words: names, summary, facts, what members share, what it does, practice, text. */
function ofCluster({ id, data }: Entry<'clusters'>, bodyText: BodyText): SearchRecord {
	const localNames = (data.localNames ?? []).flatMap(({ name, note }) => [name, note]);
	const record = toSearchRecord(
		'clusters',
		id,
		data.name,
		[formatPlace(data)],
		[
			data.summary,
			...localNames,
			bodyText('clusters', id),
			...(data.activities ?? []),
			...Object.values(data.practice ?? {}),
			...(data.services ?? []).map((service) => `${services[service].label}: ${services[service].definition}`),
			...factsOf(data).map(({ label, text, asOf }) => `${label}: ${text}${asOf ? ` (${asOf})` : ''}`),
		],
	);
	const plainNames = fold(join([data.name, ...localNames, data.acronym, data.place, data.region]));
	return { ...record, plain: plainNames };
}

const ofUpdate = ({ id, data }: Entry<'updates'>, bodyText: BodyText) =>
	toSearchRecord(
		'updates',
		id,
		data.title,
		[formatDate(knownDate(data))],
		[data.summary, updateKinds[data.kind].label, bodyText('updates', id)],
	);

function ofMeeting({ id, data }: Entry<'meetings'>, today: string, bodyText: BodyText): SearchRecord {
	const outcome = outcomeOn(data, today);
	return toSearchRecord(
		'meetings',
		id,
		data.title,
		[formatMeetingDays(data), data.place],
		[
			meetingGroups[data.group].label,
			data.ordinal,
			(data.topics ?? []).map((topic) => meetingTopics[topic].label).join(', '),
			...(data.before?.agenda ?? []),
			data.before?.ourLine,
			data.before?.weAsk,
			outcome?.said,
			...(outcome?.nextSteps ?? []),
			...(outcome?.documents ?? []).map(({ title }) => title),
			bodyText('meetings', id),
		],
	);
}

const ofCall = ({ id, data }: Entry<'calls'>, today: string, bodyText: BodyText) =>
	toSearchRecord(
		'calls',
		id,
		data.title,
		[data.closesOn === undefined ? 'Open any day' : formatRange(data.opensOn, data.closesOn)],
		[
			data.summary,
			data.canChange,
			data.decidedBy,
			...data.questions.flatMap((question) => [
				question.label,
				question.help,
				...('options' in question ? question.options : []),
			]),
			...callStepsOn(data, today).map(({ text }) => text),
			bodyText('calls', id),
		],
	);

function ofPoint({ id, data }: Entry<'points'>, today: string, bodyText: BodyText): SearchRecord {
	const steps = pointStepsOn(data, today);
	return toSearchRecord(
		'points',
		id,
		data.title,
		steps.slice(-1).map((step) => wordsForPoint(step).text),
		[...steps.flatMap((step) => [wordsForPoint(step).text, step.text]), bodyText('points', id)],
	);
}

const ofTerm = ({ id, data }: Entry<'terms'>) =>
	toSearchRecord(
		'terms',
		id,
		data.term,
		[formatLanguage(data.language), data.country && countries[data.country].label],
		[data.definition, data.abbreviation],
	);

const ofOrganisation = ({ id, data }: Entry<'organisations'>) =>
	toSearchRecord(
		'organisations',
		id,
		data.name,
		[data.country && countries[data.country].label],
		[organisationKinds[data.kind].label, data.mandate && `Mandate ${data.mandate}`, data.note],
	);

/** One record for every entry that readers can be led to. */
export const recordsOf = (site: Site, bodyText: BodyText): SearchRecord[] => [
	...site.clusters.map((cluster) => ofCluster(cluster, bodyText)),
	...site.updates.map((update) => ofUpdate(update, bodyText)),
	...site.meetings.map((meeting) => ofMeeting(meeting, site.today, bodyText)),
	...site.calls.map((call) => ofCall(call, site.today, bodyText)),
	...site.points.map((point) => ofPoint(point, site.today, bodyText)),
	...site.guide.map(({ id, data }) =>
		toSearchRecord('guide', id, data.title, [], [data.summary, bodyText('guide', id)]),
	),
	...site.terms.map(ofTerm),
	...site.organisations.map(ofOrganisation),
	...site.milestones.map(({ id, data }) =>
		toSearchRecord('milestones', id, data.title, [formatDate(data.date)], [data.detail]),
	),
];

/** The ids in an index of all records but profiles, by door. What stands in none of them is a profile. */
export function idsByDoor(
	records: readonly SearchRecord[],
	ids: ReadonlyMap<string, string>,
): Partial<Record<string, string[]>> {
	const others = records.filter(({ door }) => door !== MAIN_DOOR);
	return Object.fromEntries(
		[...groupBy(others, ({ door }) => door)].map(([door, group]) => [
			door,
			group.flatMap(({ url }) => ids.get(url) ?? []),
		]),
	);
}
