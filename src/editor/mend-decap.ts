import type { Plugin } from 'vite';

/** Faults of Decap that nothing outside of it can mend: where, what stands there, and what is to stand there. */
const mends: [path: RegExp, from: string, to: string][] = [
	// A backup that is offered before the entry has come is replaced by it: decaporg/decap-cms#5055.
	[
		/decap-cms-core\/dist\/esm\/components\/Editor\/Editor\.js$/,
		`retrieveLocalBackup(collection, slug);
    if (newEntry) {
      createEmptyDraft(collection, this.props.location.search);
    } else {
      loadEntry(collection, slug);
    }`,
		`const opened = newEntry ? createEmptyDraft(collection, this.props.location.search) : loadEntry(collection, slug);
    void Promise.resolve(opened).then(() => retrieveLocalBackup(collection, slug));`,
	],
	[
		/decap-cms-core\/dist\/esm\/actions\/editorialWorkflow\.js$/,
		`        dispatch(loadEntry(collection, slug));`,
		`        await dispatch(loadEntry(collection, slug));`,
	],
];

/** Mends faults of Decap in its code. Throws if a version has other code there. */
export const mendDecap = (): Plugin => ({
	name: 'mend-decap',
	enforce: 'pre',
	transform(code, id) {
		const [path = ''] = id.split('?');
		const [, from, to] = mends.find(([file]) => file.test(path)) ?? [];
		if (from === undefined || to === undefined) return undefined;
		if (!code.includes(from)) throw new Error(`${path} has changed: look whether mend-decap.ts is still needed.`);
		return { code: code.replace(from, () => to), map: null };
	},
});
