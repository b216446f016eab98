import { knownDate } from '../formats/brussels-days.ts';
import { formatDate, formatRange } from '../formats/date.ts';
import { hostOf } from '../formats/host-of.ts';
import { capital, formatCount, formatLanguage, shortened } from '../formats/text.ts';
import { callStepsOn } from '../model/call-state.ts';
import { factsOf, formatPlace } from '../model/cluster-facts.ts';
import { facetAddress, facets, valuesOf, type Facet, type FacetValue } from '../model/facets.ts';
import { formatMeetingDays, outcomeOn } from '../model/meeting-state.ts';
import { proposeAddress } from '../model/navigation.ts';
import { pointStepsOn } from '../model/point-state.ts';
import type { Site } from '../model/site.ts';
import { wordsForPoint } from '../model/state-words.ts';
import { addressOf, type CollectionName, type Entry } from '../schemas/collections.ts';
import { countries, countryInText } from '../schemas/countries.ts';
import { countryGroups } from '../schemas/country-groups.ts';
import { meetingGroups, meetingTopics, organisationKinds, services, updateKinds } from '../schemas/vocabularies.ts';
import { countryCodes, namesOfCountry } from './country-names.ts';
import { kinds, type FieldName, type Kind } from './tables.ts';
import { formatView } from './view-address.ts';

/** A name by which an entry is found, and what it is to it. */
export interface Name {
	text: string;
	field: FieldName;
}

/** A value of a facet that an entry leads to, or several for a group of countries. */
export interface LeadsTo {
	facet: string;
	values: readonly string[];
}

/** What the search index holds of one entry. */
export interface SearchRecord {
	/** Address on the site, with an anchor where entries share a page. */
	url: string;
	title: string;
	kind: Kind;
	/** What tells it from others of the same title: a place, a date, a number of profiles. */
	where: string;
	/** A sentence for lists of results. */
	summary: string;
	/** What its page says of it, the summary first. */
	text: string;
	/** What its page says in a word each: no text to take an excerpt from. */
	facts: string;
	/** By what else than its text it is found, the title first. */
	names: Name[];
	leadsTo?: LeadsTo;
}

/** What the texts below the fields of entries say. */
export interface Bodies {
	/** All of it, as words. */
	textOf: (collection: CollectionName, id: string) => string;
	headingsOf: (collection: CollectionName, id: string) => readonly string[];
}

type Words = readonly (string | undefined)[];

/** One text with a stop after each part, so that no phrase is found across two. */
const join = (words: Words) =>
	words
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$/.test(part ?? '') ? part : `${part ?? ''}.`))
		.join(' ');

/** The longest sentence below a result of an entry that has no summary. */
const SUMMARY_OF_TEXT_CHARACTERS = 160;

const named = (field: FieldName, names: Words): Name[] =>
	names.flatMap((text) => (text === undefined || text === '' ? [] : { text, field }));

function toSearchRecord(
	kind: Kind,
	url: string,
	title: string,
	where: Words,
	text: Words,
	names: readonly Name[] = [],
	facts: Words = [],
): SearchRecord {
	const all = join(text);
	return {
		url,
		title,
		kind,
		where: where.filter(Boolean).join(', '),
		summary: text[0] ?? shortened(all, SUMMARY_OF_TEXT_CHARACTERS),
		text: all,
		facts: join(facts),
		names: [{ text: title, field: 'title' }, ...names],
	};
}

/** The parts of a label that name it by themselves: “Food and farming” → “Food”, “farming”. */
export const partsOf = (label: string): string[] => {
	const parts = label
		.split(/\s*[()/,;]\s*|\s+(?:and|or|–|-|with)\s+/)
		.map((part) => part.trim())
		.filter((part) => part.length > 1);
	return parts.length > 1 ? parts : [];
};

/** A day as people write it, so that parts of it find it: “5 December 2023”, “2023-12-05”. */
const datesOf = (date: string, ...what: string[]): Name[] =>
	named('date', [
		formatDate(date),
		date,
		...what.flatMap((word) => [`${word} ${formatDate(date)}`, `${word} ${date}`]),
	]);

/** What a cluster’s page says, in words: names, summary, facts, what members share, what it does, practice, text. */
function ofCluster({ id, data }: Entry<'clusters'>, { textOf }: Bodies): SearchRecord {
	const localNames = data.localNames ?? [];
	return toSearchRecord(
		'profile',
		addressOf('clusters', id),
		data.name,
		[formatPlace(data)],
		[
			data.summary,
			...localNames.flatMap(({ name, note }) => [name, note]),
			textOf('clusters', id),
			...(data.activities ?? []).map(capital),
			...Object.values(data.practice ?? {}),
		],
		named('alias', [
			...localNames.map(({ name }) => name),
			data.acronym,
			data.carrier?.name,
			data.website && hostOf(data.website),
		]),
		[
			...(data.services ?? []).map((service) => services[service].label),
			...factsOf(data).map(({ label, text, asOf }) => `${label}: ${text}${asOf ? ` (${asOf})` : ''}`),
		],
	);
}

const ofUpdate = ({ id, data }: Entry<'updates'>, { textOf }: Bodies) =>
	toSearchRecord(
		'update',
		addressOf('updates', id),
		data.title,
		[formatDate(knownDate(data))],
		[data.summary, updateKinds[data.kind].label, textOf('updates', id)],
		[...datesOf(knownDate(data), 'update'), ...named('keyword', data.keywords ?? [])],
	);

function ofMeeting({ id, data }: Entry<'meetings'>, today: string, { textOf }: Bodies): SearchRecord {
	const outcome = outcomeOn(data, today);
	const topics = (data.topics ?? []).map((topic) => meetingTopics[topic].label);
	return toSearchRecord(
		'meeting',
		addressOf('meetings', id),
		data.title,
		[formatMeetingDays(data), data.place],
		[
			meetingGroups[data.group].label,
			data.ordinal,
			topics.join(', '),
			...(data.before?.agenda ?? []),
			data.before?.ourLine,
			data.before?.weAsk,
			outcome?.said,
			...(outcome?.nextSteps ?? []),
			...(outcome?.documents ?? []).map(({ title }) => title),
			textOf('meetings', id),
		],
		[
			...datesOf(knownDate(data), 'GECES meeting', 'meeting'),
			...named('alias', [data.ordinal]),
			...named('heading', topics),
			...named('keyword', data.keywords ?? []),
		],
	);
}

const ofCall = ({ id, data }: Entry<'calls'>, today: string, { textOf }: Bodies) =>
	toSearchRecord(
		'view',
		addressOf('calls', id),
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
			textOf('calls', id),
		],
	);

function ofPoint({ id, data }: Entry<'points'>, today: string, { textOf }: Bodies): SearchRecord {
	const steps = pointStepsOn(data, today);
	return toSearchRecord(
		'view',
		addressOf('points', id),
		data.title,
		steps.slice(-1).map((step) => wordsForPoint(step).text),
		[...steps.flatMap((step) => [wordsForPoint(step).text, step.text]), textOf('points', id)],
	);
}

const ofGuidePage = ({ id, data }: Entry<'guide'>, { textOf, headingsOf }: Bodies) =>
	toSearchRecord(
		'guide',
		addressOf('guide', id),
		data.title,
		[],
		[data.summary, textOf('guide', id)],
		[...named('heading', headingsOf('guide', id)), ...named('keyword', data.keywords ?? [])],
	);

const ofTerm = ({ id, data }: Entry<'terms'>, terms: readonly Entry<'terms'>[]) =>
	toSearchRecord(
		'term',
		addressOf('terms', id),
		data.term,
		[formatLanguage(data.language), data.country && countries[data.country].label],
		[data.definition, data.abbreviation],
		[
			...named('alias', [data.abbreviation]),
			...named('keyword', [
				...(data.keywords ?? []),
				data.concept.replaceAll('-', ' '),
				...terms.flatMap((other) =>
					other.id !== id && other.data.concept === data.concept ? [other.data.term, other.data.abbreviation] : [],
				),
			]),
		],
	);

const ofOrganisation = ({ id, data }: Entry<'organisations'>) =>
	toSearchRecord(
		'member',
		addressOf('organisations', id),
		data.name,
		[data.country && countries[data.country].label],
		[organisationKinds[data.kind].label, data.mandate && `Mandate ${data.mandate}`, data.note],
		[
			// “ENSIE – European Network of …”, “European Microfinance Network (EMN)”: each part is a name by itself.
			...named('alias', partsOf(data.name)),
			...named('keyword', data.keywords ?? []),
		],
	);

const ofMilestone = ({ id, data }: Entry<'milestones'>) =>
	toSearchRecord(
		'step',
		addressOf('milestones', id),
		data.title,
		[formatDate(data.date)],
		[data.detail],
		datesOf(data.date),
	);

/** The address of the list narrowed to one value of a facet: its page, where it has one. */
const addressOfValue = ({ name }: Facet, id: string): string =>
	name === 'country' || name === 'theme' || name === 'service'
		? facetAddress(name, id)
		: addressOfList({ [name]: [id] });

/** The address of the list narrowed by choices. */
const addressOfList = (choices: Readonly<Record<string, readonly string[]>>): string =>
	`/clusters/?${formatView({ choices, words: '', sort: 'name', page: 1, chosen: [] })}`;

/** The states of checks are for editors; nobody asks for them in words. */
const facetsInWords = facets.filter(({ name }) => name !== 'check');

/** What a country is called beside its name in English. */
const namesOf = (code: (typeof countryCodes)[number]): Name[] => [
	...named('alias', [code]),
	...named('exonym', namesOfCountry(code)),
];

function ofFacetValue(facet: Facet, { id, label, definition, clusters }: FacetValue): SearchRecord {
	const code = countryCodes.find((country) => facet.name === 'country' && country === id);
	return {
		...toSearchRecord(
			'list',
			addressOfValue(facet, id),
			code ? `Clusters in ${countryInText(label)}` : label,
			[formatCount(clusters.length, 'profile')],
			[code ? undefined : definition],
		),
		names: [
			{ text: label, field: 'title' },
			...(code ? namesOf(code) : []),
			...named('keyword', [...partsOf(label), `${facet.label} ${label}`]),
		],
		leadsTo: { facet: facet.name, values: [id] },
	};
}

/** What is said of a country without profiles: that one can be proposed. */
const ofEmptyCountry = (code: (typeof countryCodes)[number]): SearchRecord => ({
	...toSearchRecord(
		'page',
		proposeAddress({ country: code }),
		`No cluster in ${countryInText(countries[code].label)} yet`,
		[],
		['No profile lies there yet. Do you know a cluster? Add it.'],
	),
	names: [{ text: countries[code].label, field: 'title' }, ...namesOf(code)],
});

/** Lists of the profiles by each value of each facet. */
function ofFacets(site: Site): SearchRecord[] {
	const records = facetsInWords.flatMap((facet) => valuesOf(facet, site).map((value) => ofFacetValue(facet, value)));
	const known = new Set(records.flatMap(({ leadsTo }) => (leadsTo?.facet === 'country' ? leadsTo.values : [])));
	return [...records, ...countryCodes.filter((code) => !known.has(code)).map(ofEmptyCountry)];
}

/** A group of countries, with those of them that have profiles. Undefined if none has. */
function ofCountryGroup({ data }: Entry<'signposts'>, clusters: Site['clusters']): SearchRecord | undefined {
	const members = data.group ? countryGroups[data.group].members : (data.countries ?? []);
	const within = clusters.filter((cluster) => members.includes(cluster.data.country));
	const values = [...new Set(within.map((cluster) => cluster.data.country))].sort();
	if (values.length === 0) return undefined;
	return {
		...toSearchRecord(
			'list',
			addressOfList({ country: values }),
			data.title,
			[formatCount(within.length, 'profile')],
			[data.summary ?? values.map((code) => countries[code].label).join(', ')],
			named('keyword', data.keywords ?? []),
		),
		// Each of its countries has a list of its own, and is not to lead here.
		text: '',
		leadsTo: { facet: 'country', values },
	};
}

/** A page with the profiles of one value, which is not there without profiles; its country, if that is the value. */
const PAGE_OF_VALUE = /^\/clusters\/(?:(?:theme|service)\/[a-z-]+|country\/([a-z]{2}))\/$/;

/** The address itself, and of a country the one that serves where it has no profiles. */
function leadsOn(address: string, isThere: (address: string) => boolean): string {
	const [, country] = PAGE_OF_VALUE.exec(address) ?? [];
	return isThere(address) || country === undefined ? address : proposeAddress({ country: country.toUpperCase() });
}

/** Adds the words of signposts to the entries that they lead to, and those that lead elsewhere as entries. */
function withSignposts(site: Site, records: SearchRecord[]): SearchRecord[] {
	const byUrl = new Map(records.map((record) => [record.url, record]));
	const others: SearchRecord[] = [];
	for (const signpost of site.signposts) {
		const { address, title, summary, keywords = [] } = signpost.data;
		const names = named('keyword', [title, ...keywords]);
		const known = address === undefined ? undefined : byUrl.get(leadsOn(address, (other) => byUrl.has(other)));
		const record =
			address === undefined
				? ofCountryGroup(signpost, site.clusters)
				: toSearchRecord('page', address, title, [], [summary], names);
		if (known) known.names.push(...names);
		else if (record && !PAGE_OF_VALUE.test(record.url)) others.push(record);
	}
	return [...records, ...others];
}

/** One record for every entry that readers can be led to; profiles first, in the order of their list. */
export function recordsOf(site: Site, bodies: Bodies): SearchRecord[] {
	const records = [
		...site.clusters.map((cluster) => ofCluster(cluster, bodies)),
		...ofFacets(site),
		...site.guide.map((page) => ofGuidePage(page, bodies)),
		...site.updates.map((update) => ofUpdate(update, bodies)),
		...site.meetings.map((meeting) => ofMeeting(meeting, site.today, bodies)),
		...site.calls.map((call) => ofCall(call, site.today, bodies)),
		...site.points.map((point) => ofPoint(point, site.today, bodies)),
		...site.terms.map((term) => ofTerm(term, site.terms)),
		...site.organisations.map(ofOrganisation),
		...site.milestones.map(ofMilestone),
	];
	const order: readonly string[] = Object.keys(kinds);
	return withSignposts(site, records).sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}
