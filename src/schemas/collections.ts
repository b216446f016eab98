import type { z } from 'zod';
import { callSchema } from './call-for-views.ts';
import { clusterSchema } from './cluster.ts';
import { labelsAlong } from './describe-fields.ts';
import { BODY_LABEL } from './fields.ts';
import { updateSchema } from './geces-update.ts';
import { guidePageSchema } from './guide-page.ts';
import { keysOf } from './keys-of.ts';
import { meetingSchema } from './meeting.ts';
import { milestoneSchema } from './milestone.ts';
import { organisationSchema } from './organisation.ts';
import { placeSchema } from './place.ts';
import { pointSchema } from './point.ts';
import { receiptSchema } from './receipt.ts';
import { signpostSchema } from './signpost.ts';
import { siteSchema } from './site.ts';
import { termSchema } from './term.ts';

/** How the entries of a collection are kept: in files `content/{name}/{slug}.{extension}`. */
export interface Collection {
	schema: z.ZodObject;
	/** What one entry is called. */
	label: string;
	/** What its entries are called together. */
	plural: string;
	/** The field that names an entry. */
	titleField?: string;
	/** Markdown files have a body; YAML files are fields alone. */
	extensions: readonly ('md' | 'mdx' | 'yaml')[];
	/** Where an entry is shown: a page of its own, or its place on a page with others. */
	address?: (slug: string) => string;
	/** Slugs that no entry may have, because other pages lie there. */
	reservedSlugs?: readonly string[];
	/** The one slug of a collection that has but one entry. */
	onlySlug?: string;
}

/** Every kind of content, once. What reads, edits, checks or exports content walks this table. */
export const collections = {
	clusters: {
		schema: clusterSchema,
		label: 'profile',
		plural: 'Profiles',
		titleField: 'name',
		extensions: ['md'],
		address: (slug) => `/clusters/${slug}/`,
		reservedSlugs: ['cards', 'country', 'theme', 'service', 'page', 'compare', 'pack', 'propose', 'gaps', 'numbers'],
	},
	updates: {
		schema: updateSchema,
		label: 'update',
		plural: 'Updates',
		titleField: 'title',
		extensions: ['md'],
		address: (slug) => `/updates/${slug}/`,
		reservedSlugs: ['page', 'digest'],
	},
	meetings: {
		schema: meetingSchema,
		label: 'meeting',
		plural: 'Meetings',
		titleField: 'title',
		extensions: ['md'],
		address: (slug) => `/geces/meetings/${slug}/`,
	},
	calls: {
		schema: callSchema,
		label: 'call for views',
		plural: 'Calls for views',
		titleField: 'title',
		extensions: ['md'],
		address: (slug) => `/have-your-say/${slug}/`,
		reservedSlugs: ['what-happened', 'correct', 'thanks'],
	},
	points: {
		schema: pointSchema,
		label: 'point',
		plural: 'Points',
		titleField: 'title',
		extensions: ['md'],
		address: (slug) => `/have-your-say/what-happened/${slug}/`,
		reservedSlugs: ['page', 'state', 'call', 'sent', 'references'],
	},
	receipts: {
		schema: receiptSchema,
		label: 'receipt',
		plural: 'Receipts',
		titleField: 'reference',
		extensions: ['yaml'],
	},
	guide: {
		schema: guidePageSchema,
		label: 'guide page',
		plural: 'Guide',
		titleField: 'title',
		extensions: ['md', 'mdx'],
		address: (slug) => `/guide/${slug}/`,
		reservedSlugs: ['words', 'is-our-group-a-cluster'],
	},
	terms: {
		schema: termSchema,
		label: 'term',
		plural: 'Words',
		titleField: 'term',
		extensions: ['yaml'],
		address: (slug) => `/guide/words/#word-${slug}`,
	},
	organisations: {
		schema: organisationSchema,
		label: 'organisation',
		plural: 'Organisations',
		titleField: 'name',
		extensions: ['yaml'],
		address: (slug) => `/geces/members/#organisation-${slug}`,
	},
	milestones: {
		schema: milestoneSchema,
		label: 'milestone',
		plural: 'Milestones',
		titleField: 'title',
		extensions: ['yaml'],
		address: (slug) => `/geces/timeline/#step-${slug}`,
	},
	signposts: {
		schema: signpostSchema,
		label: 'signpost',
		plural: 'Signposts',
		titleField: 'title',
		extensions: ['yaml'],
	},
	places: {
		schema: placeSchema,
		label: 'place',
		plural: 'Place names',
		titleField: 'name',
		extensions: ['yaml'],
	},
	site: { schema: siteSchema, label: 'settings', plural: 'Settings', extensions: ['yaml'], onlySlug: 'settings' },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof collections;

/** The collections, by name. */
export const collectionNames = keysOf(collections);

/** A collection of entries. The settings are none: they are one file. */
export type EntryCollection = Exclude<CollectionName, 'site'>;

/** The collections of entries, by name. */
export const entryCollections = collectionNames.filter((name) => name !== 'site');

/** Whether a text names a collection. */
export const isCollectionName = (text: unknown): text is CollectionName =>
	typeof text === 'string' && Object.hasOwn(collections, text);

/** A collection with what any may have. */
export const collectionOf = (name: CollectionName): Collection => collections[name];

/** The fields of an entry of collection `N`. */
export type DataOf<N extends CollectionName> = z.infer<(typeof collections)[N]['schema']>;

/** An entry: its slug (the file’s name) and its fields. */
export interface Entry<N extends CollectionName> {
	id: string;
	data: DataOf<N>;
}

/** The extension of the files that editors write. Others of the collection, such as MDX, are for developers. */
export const extensionOf = (collection: CollectionName): 'md' | 'yaml' =>
	collectionOf(collection).extensions.includes('md') ? 'md' : 'yaml';

/** Where the entries of a collection lie. */
export const folderOf = (collection: CollectionName): string => `content/${collection}`;

/** The file of an entry that editors write: `content/clusters/act-group.md`. */
export const fileOf = (collection: CollectionName, slug: string): string =>
	`${folderOf(collection)}/${slug}.${extensionOf(collection)}`;

/** Whether the entries of a collection have a text below their fields. */
export const hasBody = (collection: CollectionName): boolean => extensionOf(collection) === 'md';

/** The label of a field, as its schema has it, or of the text: `labelIn('clusters', 'practice', 'worked')`. */
export const labelIn = (collection: CollectionName, ...path: [field: string, ...inner: string[]]): string =>
	labelsAlong(collections[collection].schema, path).at(-1) ?? (path[0] === 'body' ? BODY_LABEL : path[0]);

/** A collection whose entries have an address each. */
export type AddressedCollection = {
	[N in CollectionName]: (typeof collections)[N] extends { address: unknown } ? N : never;
}[CollectionName];

/** The address of an entry: `/clusters/act-group/`. */
export const addressOf = (collection: AddressedCollection, slug: string): string =>
	collections[collection].address(slug);

/** The anchor of an entry on the page it shares with others: `word-ptce`. Empty if it has a page of its own. */
export const anchorOf = (collection: AddressedCollection, slug: string): string =>
	addressOf(collection, slug).split('#')[1] ?? '';
