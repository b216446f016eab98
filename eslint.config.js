import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

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
	// Types inside templates are checked by `astro check`; the linter sees them as errors.
	{ files: ['**/*.astro'], extends: [typescript.configs.disableTypeChecked] },
	{
		files: ['**/*.{js,mjs}'],
		extends: [typescript.configs.disableTypeChecked],
		languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
	},
);
