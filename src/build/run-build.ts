// `npm run build` and the first half of `npm start`: builds the site, and says in few lines how it goes.
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { outFolder } from '../files/folders.ts';
import { explainFailure } from './explain-failure.ts';
import { siteAddress } from './site-address.ts';
import { abandonBuild, beginOnlyBuild } from './site-build.ts';

try {
	beginOnlyBuild();
	// Astro would say of what is wrong there that it cannot load its own settings.
	siteAddress(process.env['URL'], undefined);
	await build({ logger: { entrypoint: new URL('build-log.ts', import.meta.url) } });
} catch (error) {
	const kept = existsSync(outFolder) ? `\nWhat was in ${outFolder} before stays as it was.` : '';
	console.error(`\n${explainFailure(error)}${kept}`);
	abandonBuild();
	process.exit(1);
}
