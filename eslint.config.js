import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** The rooms of `src/`, from the ground up. A file imports from its own room and from rooms before it. */
const rooms = [
	'schemas',
	'formats',
	'files',
	'model',
	'search',
	'forms',
	'submissions',
	'styles',
	'components',
	'layouts',
	'preview',
	'editor',
	'pages',
	'hosts',
	'functions',
	'build',
	'local',
];

/** Of a namespace within a package esbuild keeps all, which would make Netlify’s functions four times as large. */
const zodInParts = {
	selector: "ImportDeclaration[importKind='value'][source.value='zod'] > ImportSpecifier",
	message: "Write: import * as z from 'zod'.",
};

/** Forbids the files of each room to import from the rooms after it, also by `import()`. */
const upwards = rooms.slice(0, -1).map((room, index) => {
	const later = rooms.slice(index + 1).join('|');
	const message = `The room ${room} lies below: see the order of rooms in eslint.config.js.`;
	const selector = `ImportExpression > Literal[value=/^[.][.].*[/](${later})[/]/]`;
	return {
		files: [`src/${room}/**`],
		rules: {
			'no-restricted-imports': ['error', { patterns: [{ regex: `^\\.\\./(.*/)?(${later})/`, message }] }],
			'no-restricted-syntax': ['error', { selector, message }, zodInParts],
		},
	};
});

/** What only a browser has. */
const ofBrowsers = [
	'document',
	'window',
	'location',
	'history',
	'navigator',
	'localStorage',
	'sessionStorage',
	'addEventListener',
	'requestAnimationFrame',
	'DOMParser',
	'XMLHttpRequest',
	'HTMLElement',
	'Element',
	'Node',
];

/** Forbids what only a browser has wherever the name does not say so. The editor's room is the browser's as a whole. */
const elsewhere = [
	{ files: ['src/**/*.ts'], names: ofBrowsers },
	// What runs on a machine of its own asks others too. What pages are made of asks nobody.
	{
		files: rooms.slice(0, rooms.indexOf('hosts')).map((room) => `src/${room}/**/*.ts`),
		names: [...ofBrowsers, 'fetch'],
	},
].map(({ files, names }) => ({
	files,
	ignores: ['src/editor/**', '**/*.client.ts'],
	rules: {
		'no-restricted-globals': [
			'error',
			...names.map((name) => ({ name, message: 'Code for the browser is told by its name: *.client.ts.' })),
		],
	},
}));

export default defineConfig(
	{ ignores: ['dist/', '.astro/', 'node_modules/', '.cache/'] },
	js.configs.recommended,
	typescript.configs.strictTypeChecked,
	typescript.configs.stylisticTypeChecked,
	astro.configs.recommended,
	{
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.astro'] },
		},
	},
	{
		rules: {
			// Numbers and states in template strings are what they are for.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Loaders and page functions never use `this`.
			'@typescript-eslint/unbound-method': 'off',
			// tsc asks for brackets on index signatures (noPropertyAccessFromIndexSignature).
			'@typescript-eslint/dot-notation': 'off',
		},
	},
	...upwards,
	...elsewhere,
	// Types inside templates are checked by `astro check`; the linter sees them as errors.
	{ files: ['**/*.astro'], extends: [typescript.configs.disableTypeChecked] },
	{
		files: ['**/*.{js,mjs}'],
		extends: [typescript.configs.disableTypeChecked],
		languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
	},
);
