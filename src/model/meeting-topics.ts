import { withoutCapital } from '../formats/text.ts';
import type { Entry } from '../schemas/collections.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { meetingTopics, type Concept } from '../schemas/vocabularies.ts';

type TopicId = keyof typeof meetingTopics;

/** A topic with the meetings about it. */
export interface MeetingTopic extends Concept {
	id: TopicId;
	/** Of its page: “Meetings on finance”. */
	title: string;
	address: string;
	meetings: Entry<'meetings'>[];
}

/** The page of the meetings about a topic. */
export const topicAddress = (id: TopicId): string => `/geces/meetings/topic/${id}/`;

/** The topics of which there is a meeting, in the order of their vocabulary; their meetings in the order given. */
export const topicsOf = (meetings: readonly Entry<'meetings'>[]): MeetingTopic[] =>
	keysOf(meetingTopics).flatMap((id) => {
		const about = meetings.filter(({ data }) => data.topics?.includes(id));
		if (about.length === 0) return [];
		const title = `Meetings on ${withoutCapital(meetingTopics[id].label)}`;
		return [{ ...meetingTopics[id], id, title, address: topicAddress(id), meetings: about }];
	});
