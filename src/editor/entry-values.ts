import { isCollection, Map as ImmutableMap } from 'immutable';
import { isCollectionName } from '../schemas/collections.ts';
import type { HostBackend } from './decap-backend.ts';

/** An entry, or a group of fields in one, as Decap keeps it. */
export type DecapGroup = ImmutableMap<string, unknown>;

/** What Decap tells listeners. */
export interface EntryEvent {
	entry: DecapGroup;
	backend: HostBackend;
}

const isDecapGroup = (value: unknown): value is DecapGroup => ImmutableMap.isMap(value);

/** A group of fields; an empty one where nothing is filled in. */
export const groupOf = (value: unknown): DecapGroup => (isDecapGroup(value) ? value : ImmutableMap());

/** A text; an empty one where there is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A value as plain data; Decap keeps groups and lists as immutable ones. */
export const toPlain = (value: unknown): unknown => (isCollection(value) ? value.toJS() : value);

/** Reads an entry of Decap. Throws if it is of no collection. */
export function valuesOf(entry: DecapGroup) {
	const collection = entry.get('collection');
	if (!isCollectionName(collection)) throw new Error(`There is no collection “${String(collection)}”.`);
	return {
		collection,
		/** What Decap knows the entry by; empty for a new one. */
		slug: textOf(entry.get('slug')),
		/** Where its file lies; empty for a new one. */
		path: textOf(entry.get('path')),
		isNew: entry.get('newRecord') === true,
		/** Whether it is a draft of what was never published. */
		isUnpublished: entry.get('isModification') === false,
		/** The fields as the form holds them. */
		data: groupOf(entry.get('data')),
	};
}
