import { isGroup, itemsOf, valueAt } from '../files/values.ts';
import { collectionOf, isCollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { NOTE_LABEL } from '../submissions/note-label.ts';
import type { DecapBackend } from './decap-backend.ts';
import { hrefOf } from './entry-address.ts';
import { textOf } from './entry-values.ts';
import { findLocalBackEnd } from './local-back-end.ts';

/** Something that was sent and could not become a draft. */
export interface Note {
	title: string;
	/** Where it is read and closed; on one’s own machine there is no such place. */
	href?: string;
	/** What it says. */
	text: string;
}

/** Something that stopped the last build. */
interface Failure {
	/** Empty where there is no place for it. */
	href: string;
	words: string;
	/** What is to be mended; empty where the host says that. */
	note: string;
}

/** What the git host knows and the built site does not. */
export interface HostNews {
	notes: Note[];
	/** Why the last build did not go through: what is to be mended, or where more is said. */
	failures: Failure[];
}

/** What is known on one’s own machine; nothing where nobody edits on it. */
async function localNews(): Promise<HostNews> {
	const { notes = [], failure } = (await findLocalBackEnd()) ?? {};
	if (!failure) return { notes, failures: [] };
	const entries = failure.entries.map(({ file, sentence }) => {
		const [collection = ''] = file.split('/');
		if (!isCollectionName(collection)) return { href: '', words: file, note: sentence };
		const slug = slugOf(file);
		return {
			href: hrefOf(collection, slug),
			words: `${collectionOf(collection).plural}: ${slug}`,
			note: sentence,
		};
	});
	return { notes, failures: failure.words === '' ? entries : [{ href: '', words: failure.words, note: '' }] };
}

/** An address that GitHub gives; what is none of the web leads nowhere. */
const addressOf = (value: unknown): string => (textOf(value).startsWith('https://') ? textOf(value) : '');

/** What did not go through of the builds and checks of a commit, as whoever made them told GitHub. */
function failuresIn(answer: unknown): Failure[] {
	const state = valueAt(answer, ['state']);
	if (state !== 'failure' && state !== 'error') return [];
	const failed = itemsOf(valueAt(answer, ['statuses'])).find((status) =>
		['failure', 'error'].includes(textOf(valueAt(status, ['state']))),
	);
	const words = textOf(valueAt(failed, ['description'])) || textOf(valueAt(failed, ['context']));
	return [
		{
			words: words || 'What the host says',
			href: addressOf(valueAt(failed, ['target_url'])),
			note: '',
		},
	];
}

/**
 * Notes that wait, and whether the last build went through. GitHub tells both to whoever is logged in, and one’s own
 * machine its own; the others are not asked.
 */
export async function newsOf({ api }: DecapBackend): Promise<HostNews> {
	if (!api?.request || api.originRepoURL === undefined) return localNews();
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
	return { notes, failures: failuresIn(status) };
}
