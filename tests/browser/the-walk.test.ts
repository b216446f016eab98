import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { driveChromium } from '../elsewhere/chromium.ts';
import type { DrivenBrowser } from '../elsewhere/driven-browser.ts';
import { launchFirefox } from '../elsewhere/firefox.ts';
import { launchWebKit } from '../elsewhere/webkit.ts';
import { layDesk } from './edit/desk.ts';
import { facts, type Walk } from './walk.ts';

const browsers: [name: string, launch: () => Promise<DrivenBrowser | undefined>][] = [
	['Chromium', () => driveChromium(inject('browserAddress'))],
	['Firefox', launchFirefox],
	['WebKit', launchWebKit],
];

// Chromium comes with npm; the others have to be on the machine: see docs/developing.md.
for (const [name, launch] of browsers) {
	const browser = await launch();
	if (!browser) {
		test.skip(`${name} is not installed: ${facts.length} facts not walked`);
		continue;
	}
	describe(`in ${browser.name}`, () => {
		let walk: Walk | undefined;
		beforeAll(async () => {
			walk = { browser, desk: await layDesk(inject('siteFolder'), 'git'), visited: [] };
		});
		afterAll(async () => {
			walk?.desk.close();
			await browser.close();
		});
		test.each(facts)('%s', async (_sentence, make) => {
			if (walk) await make(walk);
		});
	});
}
