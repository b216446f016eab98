import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		reporters: ['default', './tests/plain-count.ts'],
		projects: [
			{
				test: {
					name: 'unit',
					include: [
						'tests/{schemas,cms,editor,reading,model,formats,search,hosting,preview,functions,submissions}/**/*.test.ts',
					],
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/{site,browser,build}/**/*.test.ts'],
					globalSetup: './tests/site/built-site.ts',
					// Two builds at once in one checkout share Astro's working folder.
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
