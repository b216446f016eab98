import { z } from 'zod';
import type { EntryIndex } from '../editor/entry-index.ts';
import { HostProblem, readAnswer } from './ask-api.ts';

const HOST = 'The index of this site (/admin/entries.json)';

const indexAnswer: z.ZodType<EntryIndex> = z.record(
	z.string(),
	z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
);

/** The slugs that profiles have, or had before, as of the last build of the site. Throws, with a sentence, if it cannot tell. */
export async function loadSlugs(site: string, ask: typeof fetch, waitInMs: number): Promise<ReadonlySet<string>> {
	let response: Response;
	let text: string;
	try {
		response = await ask(`${site}/admin/entries.json`, { signal: AbortSignal.timeout(waitInMs) });
		text = await response.text();
	} catch (error) {
		throw new HostProblem(`${HOST} cannot be reached at the moment. Try again in a few minutes.`, { cause: error });
	}
	if (!response.ok)
		throw new HostProblem(`${HOST} is not there (${response.status}). Deploy the site with its editor.`);
	const index = readAnswer(HOST, indexAnswer, text);
	return new Set((index['clusters'] ?? []).flatMap(([slug, , aliases]) => [slug, ...aliases]));
}
