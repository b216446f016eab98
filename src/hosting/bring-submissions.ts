// `npm run submissions`: brings what members sent to the editors’ board, or deletes what is old.
import { parseArgs } from 'node:util';
import { findHostedDesk } from './hosted-desk.ts';
import { stop } from './port.ts';

const COMMAND = 'npm run submissions';
const DELETE = 'delete-older-than';
const DAY_IN_MS = 86_400_000;

try {
	const { values } = parseArgs({ options: { [DELETE]: { type: 'string' } } });
	const given = values[DELETE];
	if (given !== undefined && !/^[1-9]\d{0,4}$/.test(given)) {
		stop(`${COMMAND} takes one option, with a number of days: ${COMMAND} -- --${DELETE}=365.`);
	}
	const desk = findHostedDesk(process.env, fetch);
	if (!desk) {
		stop('Set NETLIFY_AUTH_TOKEN, NETLIFY_SITE_ID, GITHUB_TOKEN, CMS_REPO and URL. See “Forms” in docs/hosting.md.');
	}
	if (given === undefined) {
		for await (const submission of desk.source.list()) {
			const outcome = await desk.bring(submission).catch((error: unknown) => {
				process.exitCode = 1;
				return `waits: ${error instanceof Error ? error.message : String(error)}`;
			});
			console.log(`${submission.id}  ${submission.form}  ${outcome}`);
		}
	} else {
		const end = new Date(Date.now() - Number(given) * DAY_IN_MS).toISOString();
		for (const source of [desk.source, desk.spam]) {
			for await (const { id, form, receivedAt } of source.list()) {
				if (receivedAt >= end) continue;
				await source.remove(id);
				console.log(`${id}  ${form}  deleted`);
			}
		}
	}
} catch (error) {
	stop(error instanceof Error ? error.message : String(error));
}
