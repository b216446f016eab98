import { addDays, addMonths, hasCome, knownDate } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { titlesOf, type Digest, type DigestCountry, type DigestItem, type DigestSection } from '../formats/digest.ts';
import type { FeedEntry } from '../formats/feed.ts';
import { groupBy } from '../formats/group-by.ts';
import { formatList, formatNumber, shortened, startOfSentences } from '../formats/text.ts';
import { addressOf, labelIn, type Entry } from '../schemas/collections.ts';
import { countries, countryInText } from '../schemas/countries.ts';
import { callStepsOn } from './call-state.ts';
import { wordsForField, type EntryChange } from './changes.ts';
import { formatPlace } from './cluster-facts.ts';
import { lastDayTold } from './days-of-change.ts';
import { facetAddress, valuesOf } from './facets.ts';
import { firstFromCountries, fullestFirst } from './fullest.ts';
import { stepsAsEntries } from './ledger.ts';
import { byName, latestFirst } from './order.ts';
import type { AllEntries } from './site.ts';
import { UPDATES_ADDRESS } from './updates-feed.ts';

/** The page with all months. */
export const DIGESTS_ADDRESS = `${UPDATES_ADDRESS}digest/`;

/** What the page with all months is called. */
export const DIGESTS_TITLE = 'Month by month';

/** Who follows it is told of each month once it is over. */
export const DIGESTS_FEED = { title: DIGESTS_TITLE, address: `${DIGESTS_ADDRESS}feed.xml` } as const;

/** So many of a kind are in sight on the page of a month: of more profiles the fullest, of other things the titles. */
export const SHOWN = 6;

/** So many profiles are told each; of more the fullest, and all by country. */
const PROFILES_TOLD_MAX = 12;

/** So many profiles the page of a month has room to name. */
const NAMED_MAX = 150;

/** So many countries are told that have the most profiles. */
const LARGEST = 3;

/** The longest account of a new profile, or of what changed in one. */
const TOLD_MAX_CHARACTERS = 200;

/** What digests are made from. */
type ToldSite = Pick<AllEntries, 'clusters' | 'updates' | 'calls' | 'points'>;

/** What is told, in its order: its title, and what one of it and several are called. What readers can answer stands first, then what they can read, past events last. */
const kinds = {
	calls: { title: 'Calls for views', counted: ['open call', 'open calls'] },
	answers: { title: 'What became of members’ views', counted: ['answer', 'answers'] },
	updates: { title: 'Updates', counted: ['update', 'updates'] },
	new: { title: 'New profiles', counted: ['new profile', 'new profiles'] },
	changed: { title: 'Changed profiles', counted: ['changed profile', 'changed profiles'] },
	earlier: { title: 'Updates on past events', counted: ['update on a past event', 'updates on past events'] },
} as const;
type Kind = keyof typeof kinds;

interface News extends DigestItem {
	kind: Kind;
	on: string;
	/** The day of the step that an update reports. */
	stepOn?: string;
	/** The profile that it is about. */
	cluster?: Entry<'clusters'>;
}

/** An update is news on the day of its step, or of writing where that came later. */
function ofUpdate({ id, data }: Entry<'updates'>): News {
	const stepOn = knownDate(data);
	const on = data.writtenOn > data.date ? data.writtenOn : data.date;
	return {
		kind: monthOf(stepOn) === monthOf(on) ? 'updates' : 'earlier',
		on,
		title: data.title,
		address: addressOf('updates', id),
		stepOn,
		when: formatDate(stepOn),
		text: data.summary,
	};
}

function ofOpenCall({ id, data }: Entry<'calls'>): News {
	const { title, summary, opensOn, closesOn } = data;
	const when = closesOn ? `Open until ${formatDate(closesOn)}` : 'Open on any day';
	return { kind: 'calls', on: opensOn, title, address: addressOf('calls', id), when, text: summary };
}

const ofCall = (call: Entry<'calls'>, until: string): News[] => [
	ofOpenCall(call),
	...callStepsOn(call.data, until).map(({ field, on, text }): News => ({
		kind: 'answers',
		on,
		title: `${labelIn('calls', field)}: ${call.data.title}`,
		address: addressOf('calls', call.id),
		when: formatDate(on),
		text,
	})),
];

/** Rounds that opened before a month and could be answered in it. */
const stillOpenIn = (month: string, calls: ToldSite['calls']): News[] =>
	calls
		.filter(({ data }) => monthOf(data.opensOn) < month && data.closesOn && month <= monthOf(data.closesOn))
		.map(ofOpenCall);

/** What became of profiles: each once a month, as new where it came in that month. */
function ofProfiles(changes: readonly EntryChange[], clusters: ToldSite['clusters']): News[] {
	const bySlug = new Map(clusters.map((cluster) => [cluster.id, cluster]));
	const own = changes.filter(({ collection }) => collection === 'clusters');
	const byMonth = groupBy(own, ({ entry, on }) => `${monthOf(on)} ${entry.id}`);
	return [...byMonth.values()].flatMap((inMonth): News[] => {
		const [newest] = inMonth;
		const cluster = newest && bySlug.get(newest.entry.id);
		if (!cluster) return [];
		const isNew = inMonth.some((change) => change.isNew);
		const fields = inMonth.flatMap((change) => change.fields.map(wordsForField));
		return [
			{
				kind: isNew ? 'new' : 'changed',
				on: newest.on,
				title: cluster.data.name,
				address: addressOf('clusters', newest.entry.id),
				when: formatPlace(cluster.data),
				text: isNew
					? startOfSentences(cluster.data.summary, TOLD_MAX_CHARACTERS)
					: `${shortened([...new Set(fields)].join('; '), TOLD_MAX_CHARACTERS)}.`,
				cluster,
			},
		];
	});
}

/** All that digests tell by a day, newest first. */
function newsOf(site: ToldSite, changes: readonly EntryChange[], until: string): News[] {
	return [
		...site.updates.map(ofUpdate),
		...site.calls.flatMap((call) => ofCall(call, until)),
		...stepsAsEntries(site.points, until).map((step): News => ({
			kind: 'answers',
			when: formatDate(step.on),
			...step,
		})),
		...ofProfiles(changes, site.clusters),
	]
		.filter(({ on }) => hasCome(on, until))
		.sort(latestFirst);
}

const monthOf = (day: string): string => day.slice(0, '2000-00'.length);

/** The first day after a month. */
const endOfMonth = (month: string): string => addMonths(`${month}-01`, 1);

/** Profiles by country, of each as many as there is room for and at least one, by name. */
function byCountry(clusters: readonly Entry<'clusters'>[], room: number): DigestCountry[] {
	const values = valuesOf({ vocabulary: countries, idsOf: ({ country }) => [country] }, { clusters });
	let most = NAMED_MAX;
	while (most > 1 && values.reduce((sum, { clusters: own }) => sum + Math.min(own.length, most), 0) > room) most--;
	return values.map(({ id, label, clusters: own }) => ({
		title: label,
		address: facetAddress('country', id),
		count: own.length,
		named: own
			.sort(byName)
			.slice(0, most)
			.map((cluster) => ({ title: cluster.data.name, address: addressOf('clusters', cluster.id) })),
	}));
}

/** Of many profiles the fullest, and all by country. */
function manyProfiles(
	own: readonly News[],
	inMonth: readonly News[],
): Pick<DigestSection, 'note' | 'items' | 'countries'> {
	const byCluster = new Map(own.flatMap((one) => (one.cluster ? [[one.cluster, one] as const] : [])));
	const clusters = [...byCluster.keys()];
	// New and changed profiles share it.
	const room = (NAMED_MAX * own.length) / inMonth.filter(({ cluster }) => cluster).length;
	const told = byCountry(clusters, room);
	const largest = told.toSorted((a, b) => b.count - a.count).slice(0, LARGEST);
	const areMost = largest.reduce((sum, { count }) => sum + count, 0) > clusters.length / 2;
	const from = [
		...(told.length > LARGEST ? [`${formatNumber(told.length)} countries`] : []),
		...(areMost
			? [formatList(largest.map(({ title, count }) => `${countryInText(title)} (${formatNumber(count)})`))]
			: []),
	];
	return {
		note: `From ${from.join(', most from ')}. Shown first: some of those with the most facts.`,
		items: firstFromCountries(fullestFirst(clusters), SHOWN).flatMap((cluster) => byCluster.get(cluster) ?? []),
		countries: told,
	};
}

/** When updates on past events were written, and how recent these are. */
function noteOn(updates: readonly News[], month: string): string {
	const newest = formatDate(
		updates
			.flatMap(({ stepOn }) => stepOn ?? [])
			.sort()
			.at(-1) ?? month,
	);
	return `Written in ${formatDate(month)}, about ${updates.length === 1 ? 'an event of' : 'events up to'} ${newest}.`;
}

function sectionOf(kind: Kind, month: string, news: readonly News[]): DigestSection[] {
	const own = news.filter((one) => one.kind === kind);
	if (own.length === 0) return [];
	const { title, counted } = kinds[kind];
	const isOfProfiles = kind === 'new' || kind === 'changed';
	return [
		{
			id: kind,
			title,
			count: own.length,
			counted: own.length === 1 ? counted[0] : counted[1],
			...(kind === 'earlier' ? { note: noteOn(own, month) } : {}),
			items: own.length > SHOWN && !isOfProfiles ? own.map((one) => ({ ...one, text: undefined })) : own,
			...(own.length > PROFILES_TOLD_MAX && isOfProfiles ? manyProfiles(own, news) : {}),
		},
	];
}

/** The page of a month. */
const digestAddress = (month: string): string => `${DIGESTS_ADDRESS}${month}/`;

/** A digest as plain text lies beside its page. */
export const digestTextAddress = (month: string): string => `${DIGESTS_ADDRESS}${month}.txt`;

/** What a digest says of itself. */
export const digestLead = ({ isOver, overOn }: Digest): string =>
	isOver
		? 'What was new on this site.'
		: `What is new on this site so far. The month ends on ${formatDate(addDays(overOn, -1)).replace(' ', '\u00a0')}.`;

/** What follows, as long as there is one month and it lasts. */
export const firstMonthNote = ([newest, ...older]: readonly Digest[]): string | undefined =>
	newest && !newest.isOver && older.length === 0
		? `This is the first month. ${formatDate(monthOf(newest.overOn))} follows with its first news.`
		: undefined;

/** The months of which there is something to tell, newest first; that of the day itself is not over. */
export const digestsOf = (site: ToldSite, changes: readonly EntryChange[], today: string): Digest[] =>
	[...groupBy(newsOf(site, changes, today), ({ on }) => monthOf(on))].map(([month, news]) => {
		const told = [...news, ...stillOpenIn(month, site.calls)];
		const sections = (Object.keys(kinds) as Kind[]).flatMap((kind) => sectionOf(kind, month, told));
		return {
			month,
			title: formatDate(month),
			isOver: hasCome(endOfMonth(month), today),
			overOn: endOfMonth(month),
			address: digestAddress(month),
			holds: formatList(sections.map(({ count, counted }) => `${formatNumber(count)} ${counted}`)),
			sections,
		};
	});

/** The days after a day on which a month is over that a digest tells of. */
export const digestDays = (site: ToldSite, changes: readonly EntryChange[], today: string): string[] => [
	...new Set(
		newsOf(site, changes, lastDayTold(today))
			.map(({ on }) => endOfMonth(monthOf(on)))
			.filter((day) => day > today && hasCome(day, lastDayTold(today))),
	),
];

/** A month that is over, for those who follow: by its address for ever. */
export const digestAsEntry = ({ month, title, overOn, address, holds, sections }: Digest): FeedEntry => ({
	title,
	id: `digests/${month}`,
	address,
	on: overOn,
	text: [`${holds}.`, ...sections.map(({ title, items, count }) => `${title}: ${titlesOf(items, count)}.`)].join(
		'\n\n',
	),
});
