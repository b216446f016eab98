// Netlify deploys this folder as one function, because this file bears its name; the others are parts of it.
import { buildIfDue } from './build-if-due.ts';
import { readBuildSettings } from './settings.ts';

/** Has the site built anew on the days on which its pages show something else. */
export default async (): Promise<void> => {
	console.log(await buildIfDue(readBuildSettings(process.env), fetch, new Date()));
};

// Read from the text of this file when it is deployed, so nothing here can be a name from elsewhere.
// In UTC: one of the two is five past midnight in Brussels, in winter the second, in summer the first.
export const config = { schedule: '5 22,23 * * *' };
