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
	// A picture that is refused must not remove the one that it would have replaced.
	[
		/decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
		`        await dispatch(deleteMedia(existingFile, {`,
		`        try {
          await getMediaFilesForUpload({ file, path: fileName, config: state.config, field });
        } catch (error) {
          window.alert(error.message);
          return;
        }
        await dispatch(deleteMedia(existingFile, {`,
	],
];

const isNeeded = 'look whether mend-decap.ts is still needed.';

/** Mends faults of Decap in its code. Throws if a version has other code there, or has it elsewhere. */
export function mendDecap(): Plugin {
	const mended = new Set<RegExp>();
	let hasDecap = false;
	return {
		name: 'mend-decap',
		enforce: 'pre',
		transform(code, id) {
			const [path = ''] = id.split('?');
			hasDecap ||= path.includes('/decap-cms-core/');
			const mend = mends.find(([file]) => file.test(path));
			if (!mend) return undefined;
			const [file, from, to] = mend;
			if (!code.includes(from)) throw new Error(`${path} has changed: ${isNeeded}`);
			mended.add(file);
			return { code: code.replace(from, () => to), map: null };
		},
		buildEnd() {
			const missing = mends.find(([file]) => !mended.has(file));
			if (hasDecap && missing) throw new Error(`Decap has no ${missing[0].source} any more: ${isNeeded}`);
		},
	};
}
