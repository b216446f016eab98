import { expect, test } from 'vitest';
import { topicsOf } from '../../src/model/meeting-topics.ts';
import { entryOf } from '../entries.ts';

const meetings = [
	entryOf('meetings', { topics: ['finance', 'clusters'] }, 'third'),
	entryOf('meetings', {}, 'second'),
	entryOf('meetings', { topics: ['clusters'] }, 'first'),
];

test('a topic has the meetings about it, in the order of the list', () => {
	expect(topicsOf(meetings).map((topic) => [topic.id, topic.meetings.map(({ id }) => id)])).toEqual([
		['clusters', ['third', 'first']],
		['finance', ['third']],
	]);
});

test.each([
	['clusters', 'Meetings on clusters'],
	['action-plan', 'Meetings on the action plan'],
	['recovery', 'Meetings on COVID-19 and recovery'],
] as const)('the page about %s is called “%s”', (topic, title) => {
	expect(topicsOf([entryOf('meetings', { topics: [topic] })])[0]?.title).toBe(title);
});

test('a topic has a name, a definition and a page', () => {
	expect(topicsOf(meetings)[0]).toMatchObject({
		label: 'Clusters',
		definition: 'Clusters of the social economy and similar ways for businesses to cooperate.',
		address: '/geces/meetings/topic/clusters/',
	});
});

test('meetings of which no topic is known make no topics', () => {
	expect(topicsOf([entryOf('meetings')])).toEqual([]);
});
