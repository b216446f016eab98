import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { mendDecap } from '../../src/build/mend-decap.ts';

const EDITOR = '/node_modules/decap-cms-core/dist/esm/components/Editor/Editor.js';

/** A step of the plugin, as a build calls it. */
const stepOf = (plugin: Plugin, name: 'transform' | 'buildEnd') => {
	const step = plugin[name];
	if (typeof step !== 'function') throw new Error(`The plugin has no ${name}.`);
	return (...given: unknown[]): unknown => Reflect.apply(step, undefined, given);
};

test('the installed Decap is mended where it is at fault', () => {
	const code = readFileSync(EDITOR.slice(1), 'utf8');
	expect(stepOf(mendDecap(), 'transform')(code, EDITOR)).toMatchObject({
		code: expect.stringContaining('.then(() => retrieveLocalBackup(collection, slug));') as string,
	});
});

test('a picture is looked at before the one that it replaces goes, which nothing deletes before it is saved', () => {
	const media = '/node_modules/decap-cms-core/dist/esm/actions/mediaLibrary.js';
	const mended = stepOf(mendDecap(), 'transform')(readFileSync(media.slice(1), 'utf8'), media);
	expect(mended).toMatchObject({
		code: expect.stringMatching(/await getMediaFilesForUpload\([^]*?dispatch\(removeAsset\(existingFile/) as string,
	});
	expect(mended).not.toMatchObject({ code: expect.stringContaining('deleteMedia(existingFile') as string });
});

test('a Decap with other code stops the build', () => {
	expect(() => stepOf(mendDecap(), 'transform')('export {};', EDITOR)).toThrow(
		`${EDITOR} has changed: look whether mend-decap.ts is still needed.`,
	);
});

test('a Decap without the file stops the build, and a build without Decap goes on', () => {
	const plugin = mendDecap();
	stepOf(plugin, 'transform')('export {};', '/src/page.js');
	stepOf(plugin, 'buildEnd')();
	stepOf(plugin, 'transform')('export {};', '/node_modules/decap-cms-core/dist/esm/index.js');
	expect(() => stepOf(plugin, 'buildEnd')()).toThrow(/^Decap has no .+Editor/);
});

test.each(['components/Editor/Editor.js', 'components/Workflow/WorkflowList.js'])(
	'no window of the browser asks in %s',
	(file) => {
		const path = `/node_modules/decap-cms-core/dist/esm/${file}`;
		const code = readFileSync(path.slice(1), 'utf8');
		expect(code).toContain('window.confirm(');
		expect(stepOf(mendDecap(), 'transform')(code, path)).toMatchObject({
			code: expect.not.stringMatching(/window\.(?:confirm|alert)\(/) as string,
		});
	},
);

const mended: [what: string, file: string, code: string][] = [
	[
		'a save is no taking off the site',
		'components/Editor/EditorToolbar.js',
		'isPersisting && !this.props.hasChanged ?',
	],
	['a new form is not said to be saved', 'components/Editor/EditorToolbar.js', 'this.props.isNewEntry ? null : t('],
	[
		'saving makes no draft of what has none',
		'reducers/editorialWorkflow.js',
		"entry => entry && entry.set('isPersisting', true)",
	],
	['a refused save neither', 'reducers/editorialWorkflow.js', "entry => entry && entry.set('isPersisting', false)"],
	['“Search all” searches all', 'components/Collection/CollectionSearch.js', 'return -1;\n  }'],
	[
		'the form says that it was not published',
		'components/Editor/EditorInterface.js',
		'ui.toast.notPublishedUnfinished',
	],
];

test.each(mended)('%s', (_what, file, code) => {
	const path = `/node_modules/decap-cms-core/dist/esm/${file}`;
	expect(stepOf(mendDecap(), 'transform')(readFileSync(path.slice(1), 'utf8'), path)).toMatchObject({
		code: expect.stringContaining(code) as string,
	});
});
