import { defineCollection } from 'astro:content';
import { entryLoader } from './reading/entry-loader.ts';
import { collections as types, type CollectionName } from './schemas/collections.ts';

const define = <N extends CollectionName>(name: N) => defineCollection({ loader: entryLoader(name), schema: types[name].schema as (typeof types)[N]['schema'] });

export const collections = {
	clusters: define('clusters'),
	updates: define('updates'),
	meetings: define('meetings'),
	calls: define('calls'),
	points: define('points'),
	guide: define('guide'),
	terms: define('terms'),
	organisations: define('organisations'),
	milestones: define('milestones'),
	site: define('site'),
};
