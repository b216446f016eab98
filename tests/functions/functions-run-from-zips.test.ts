import { expect, test } from 'vitest';
import { hasHostParts } from '../elsewhere/host-parts.ts';
import { functionsRun } from '../elsewhere/netlify-functions.ts';

const isThere = hasHostParts();
if (!isThere) console.log('Netlify’s packer is not installed: npm run check-hosts installs it.');

test.runIf(isThere)(
	'Netlify’s own packer finds three functions, and each runs from its zip',
	{ timeout: 120_000 },
	async () => {
		expect(await functionsRun()).toBe('build-on-days-of-change, log-in, submission-created');
	},
);
