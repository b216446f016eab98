import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, inject, test } from 'vitest';
import { toConfig } from '../../../src/editor/config.ts';

const widgets = ['string', 'text', 'number', 'boolean', 'select', 'list', 'object', 'datetime'];

/** Decap's validator as one script, with the rules of the widgets in use; the editor itself leaves it out. */
async function bundleValidator(): Promise<string> {
	const decap = 'decap-cms-core/dist/esm';
	const entry = 'virtual:validator';
	const code = [
		`import { validateConfig } from '${decap}/constants/configSchema.js';`,
		`import { registerWidget } from '${decap}/lib/registry.js';`,
		...widgets.map((name) => `import ${name} from 'decap-cms-widget-${name}';`),
		...widgets.map((name) => `registerWidget(${name}.Widget());`),
		'globalThis.validateConfig = validateConfig;',
	].join('\n');
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
		plugins: [
			{
				name: 'validator',
				resolveId: (id) => (id === entry ? id : id === '@jsquash/webp' ? 'virtual:nothing' : undefined),
				load: (id) => (id === entry ? code : id === 'virtual:nothing' ? 'export {};' : undefined),
			},
		],
		build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
	});
	const [output] = Array.isArray(built) ? built : [built];
	if (!('output' in output)) throw new Error('Vite built nothing.');
	return output.output[0].code;
}

test('Decap’s own validator accepts the configuration', async () => {
	const browser = await chromium.connect(inject('browserAddress'));
	try {
		// The validator makes code from text, which the site's own policy forbids.
		const page = await browser.newPage({ bypassCSP: true });
		await page.goto(inject('siteAddress'));
		await page.evaluate(await bundleValidator());
		const verdictOn = (config: unknown) =>
			page.evaluate((config) => {
				try {
					(globalThis as unknown as { validateConfig: (config: unknown) => void }).validateConfig(config);
					return 'accepted';
				} catch (error) {
					return String(error);
				}
			}, config);
		for (const hasWorkflow of [true, false]) {
			const backend = { name: 'github', repo: 'owner/name', branch: 'main' } as const;
			const config = toConfig({ backend, siteUrl: 'https://example.org', hasWorkflow });
			expect(await verdictOn(config)).toBe('accepted');
			expect(await verdictOn({ ...config, collections: [{ name: 'clusters' }] })).toContain('collections');
		}
	} finally {
		await browser.close();
	}
});
