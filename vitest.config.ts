import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		reporters: ['default', './tests/plain-count.ts'],
		// Left alone, vitest gives two processors one worker; browsers and builds leave the other half idle.
		maxWorkers: Math.max(availableParallelism(), 2),
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/{schemas,cms,editor,reading,model,formats,search,hosting,preview,functions}/**/*.test.ts'],
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/{site,browser,build}/**/*.test.ts'],
					globalSetup: './tests/site/built-site.ts',
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
