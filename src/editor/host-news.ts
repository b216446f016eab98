import { isGroup, itemsOf, valueAt } from '../files/values.ts';
import { NOTE_LABEL } from '../submissions/note-label.ts';
import type { DecapBackend } from './decap-backend.ts';
import { textOf } from './entry-values.ts';
import { LOCAL_BACK_END } from './local-back-end.ts';

/** Something that was sent and could not become a draft. */
export interface Note {
	title: string;
	/** Where it is read and closed; on one’s own machine there is no such place. */
	href?: string;
	/** What it says. */
	text: string;
}

/** What the git host knows and the built site does not. */
export interface HostNews {
	notes: Note[];
	/** Why the last build did not go through, in the words of the host, and where it says more. */
	failure?: { words: string; href: string };
}

/** The notes of one’s own machine; none where nobody edits on it. */
async function localNotes(): Promise<Note[]> {
	const answer = await fetch(LOCAL_BACK_END, { headers: { Accept: 'application/json' } }).catch(() => undefined);
	if (!answer?.ok || !answer.headers.get('content-type')?.includes('json')) return [];
	return itemsOf(valueAt(await answer.json(), ['notes'])).map((note) => ({
		title: textOf(valueAt(note, ['title'])),
		text: textOf(valueAt(note, ['text'])),
	}));
}

/** An address that GitHub gives; what is none of the web leads nowhere. */
const addressOf = (value: unknown): string => (textOf(value).startsWith('https://') ? textOf(value) : '');

/** What did not go through of the builds and checks of a commit, as whoever made them told GitHub. */
function failureIn(answer: unknown): HostNews['failure'] {
	const state = valueAt(answer, ['state']);
	if (state !== 'failure' && state !== 'error') return undefined;
	const failed = itemsOf(valueAt(answer, ['statuses'])).find((status) =>
		['failure', 'error'].includes(textOf(valueAt(status, ['state']))),
	);
	const words = textOf(valueAt(failed, ['description'])) || textOf(valueAt(failed, ['context']));
	return { words, href: addressOf(valueAt(failed, ['target_url'])) };
}

/**
 * Notes that wait, and whether the last build went through. GitHub tells both to whoever is logged in, one’s own machine
 * its notes; the others are not asked.
 */
export async function newsOf({ api }: DecapBackend): Promise<HostNews> {
	if (!api?.request || api.originRepoURL === undefined) return { notes: await localNotes() };
	const { originRepoURL, branch = 'main' } = api;
	const ask = (path: string, params: Record<string, string>) => api.request?.(`${originRepoURL}${path}`, { params });
	const [issues, status] = await Promise.all([
		ask('/issues', { labels: NOTE_LABEL, state: 'open', per_page: '30', page: '1' }),
		ask(`/commits/${encodeURIComponent(branch)}/status`, {}),
	]);
	const notes = itemsOf(issues)
		.filter(isGroup)
		.map((issue) => ({
			title: textOf(issue['title']),
			href: addressOf(issue['html_url']),
			text: 'close it when it is done',
		}));
	const failure = failureIn(status);
	return { notes, ...(failure ? { failure } : {}) };
}
