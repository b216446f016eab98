import { addressOf, type DataOf } from '../schemas/collections.ts';
import type { Update } from '../schemas/geces-update.ts';
import { groupByEach } from '../formats/group-by.ts';
import { formatMeetingTitle, type MeetingDays } from './meeting-state.ts';

/** Of each entry what its title is made of. */
export interface TitledSite {
	clusters: readonly { id: string; data: Pick<DataOf<'clusters'>, 'name'> }[];
	meetings: readonly { id: string; data: MeetingDays & Pick<DataOf<'meetings'>, 'title'> }[];
	calls: readonly { id: string; data: Pick<DataOf<'calls'>, 'title'> }[];
	points: readonly { id: string; data: Pick<DataOf<'points'>, 'title'> }[];
}

/** What a link to an entry says, by the address of the entry. */
export const titlesByAddress = ({ clusters, meetings, calls, points }: TitledSite): Map<string, string> =>
	new Map([
		...clusters.map(({ id, data }) => [addressOf('clusters', id), data.name] as const),
		...meetings.map(({ id, data }) => [addressOf('meetings', id), formatMeetingTitle(data)] as const),
		...calls.map(({ id, data }) => [addressOf('calls', id), data.title] as const),
		...points.map(({ id, data }) => [addressOf('points', id), data.title] as const),
	]);

/** What an update may be about. */
type Subject = 'clusters' | 'meetings' | 'calls';

/** Links to the entries that an update is about: profiles, meetings, calls. */
export const linksOf = (
	update: Pick<Update, Subject>,
	titles: ReadonlyMap<string, string>,
): { address: string; label: string }[] =>
	(['clusters', 'meetings', 'calls'] as const)
		.flatMap((collection) => (update[collection] ?? []).map((slug) => addressOf(collection, slug)))
		.map((address) => ({ address, label: titles.get(address) ?? address }));

/** The updates about each entry of a collection, in the order given. */
export const updatesAbout = <U extends { data: Pick<Update, Subject> }>(
	collection: Subject,
	updates: readonly U[],
): Map<string, U[]> => groupByEach(updates, ({ data }) => data[collection] ?? []);
