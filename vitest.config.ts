import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		reporters: ['default', './tests/plain-count.ts'],
		// One more than there are processors: tests wait for browsers and builds half of their time.
		maxWorkers: availableParallelism() + 1,
		projects: [
			{
				test: {
					name: 'unit',
					include: [
						'tests/*.test.ts',
						'tests/corpus/*.test.ts',
						'tests/{schemas,formats,files,model,search,forms,submissions,preview,editor,hosts,build}/**/*.test.ts',
					],
					// Half of their time went into loading the same modules anew for every file.
					isolate: false,
					testTimeout: 30_000,
				},
			},
			{
				test: {
					// What listens, runs git or starts other programs.
					name: 'servers',
					include: ['tests/{local,functions}/**/*.test.ts'],
					isolate: false,
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/{site,browser,builds}/**/*.test.ts'],
					globalSetup: './tests/site/built-site.ts',
					testTimeout: 120_000,
					hookTimeout: 120_000,
					expect: { poll: { timeout: 30_000 } },
				},
			},
		],
	},
});
