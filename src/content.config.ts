import { defineCollection } from 'astro:content';
import { entryLoader } from './files/entry-loader.ts';
import { collections as types } from './schemas/collections.ts';

// Astro reads the names from this literal, so each collection has its line.
export const collections = {
	clusters: defineCollection({ loader: entryLoader('clusters'), schema: types.clusters.schema }),
	updates: defineCollection({ loader: entryLoader('updates'), schema: types.updates.schema }),
	meetings: defineCollection({ loader: entryLoader('meetings'), schema: types.meetings.schema }),
	calls: defineCollection({ loader: entryLoader('calls'), schema: types.calls.schema }),
	points: defineCollection({ loader: entryLoader('points'), schema: types.points.schema }),
	receipts: defineCollection({ loader: entryLoader('receipts'), schema: types.receipts.schema }),
	guide: defineCollection({ loader: entryLoader('guide'), schema: types.guide.schema }),
	terms: defineCollection({ loader: entryLoader('terms'), schema: types.terms.schema }),
	organisations: defineCollection({ loader: entryLoader('organisations'), schema: types.organisations.schema }),
	milestones: defineCollection({ loader: entryLoader('milestones'), schema: types.milestones.schema }),
	site: defineCollection({ loader: entryLoader('site'), schema: types.site.schema }),
};
