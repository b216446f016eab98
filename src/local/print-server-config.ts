// `npm run server-config -- nginx /var/www/clusters`: prints what nginx or Caddy has to be told of the site that was
// built last, to serve it from that folder.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { outFolder } from '../files/folders.ts';
import { stop } from './port.ts';
import { serverPrograms, toServerConfig } from './server-config.ts';

const [given, folder = outFolder] = process.argv.slice(2);
const program = serverPrograms.find((name) => name === given);
if (!program) stop(`Say for which program: npm run server-config -- ${serverPrograms.join(' or ')}.`);
if (!existsSync(join(outFolder, '_headers'))) {
	stop(`There is no built site in ${outFolder}. Build it first: npm run build.`);
}
const read = (name: string): string => readFileSync(join(outFolder, name), 'utf8');
const site = { folder: resolve(folder), headers: read('_headers'), redirects: read('_redirects') };
process.stdout.write(toServerConfig(program, site));
