// `npm run build` and the first half of `npm start`: builds the site, and says in few lines how it goes.
import { build } from 'astro';
import { existsSync } from 'node:fs';
import { outFolder } from '../files/folders.ts';
import { noteSuccess } from './build-report.ts';
import { explainFailure } from './explain-failure.ts';
import { abandonBuild, beginOnlyBuild, refuseWrongSettings } from './site-build.ts';

try {
	beginOnlyBuild();
	refuseWrongSettings();
	await build({ logger: { entrypoint: new URL('build-log.ts', import.meta.url) } });
	noteSuccess();
} catch (error) {
	const kept = existsSync(outFolder) ? `\nWhat was in ${outFolder} before stays as it was.` : '';
	console.error(`\n${explainFailure(error)}${kept}`);
	abandonBuild(error);
	process.exit(1);
}
