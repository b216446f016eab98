import * as z from 'zod';
import type { SubmissionSource } from '../submissions/bring-waiting.ts';
import type { Submission } from '../submissions/read-submission.ts';
import { askApi, findAt, getAt, signedWith, type Api } from './ask-api.ts';
import type { NetlifySettings } from './host-settings.ts';

/** What Netlify keeps of the forms of a site. */
export interface NetlifySubmissions extends SubmissionSource {
	/** What Netlify has taken for spam. It is kept all the same, until somebody deletes it. */
	spam: SubmissionSource;
	/** One submission, if a form of this very site received it. */
	find: (id: string) => Promise<Submission | undefined>;
}

const PER_PAGE = 100;

const submissionAnswer = z.object({
	id: z.string().regex(/^[\w-]{1,64}$/),
	form_id: z.string(),
	/** A form that is gone may have none. */
	form_name: z.string().nullish(),
	created_at: z.iso.datetime({ offset: true }),
	data: z.record(z.string(), z.unknown()),
});

const formsAnswer = z.array(z.object({ id: z.string(), name: z.string() }));

const received = ({ id, form_name, data, created_at }: z.infer<typeof submissionAnswer>): Submission => ({
	id,
	form: form_name ?? '',
	data,
	receivedAt: new Date(created_at).toISOString(),
});

/** The forms of a site at Netlify, asked over its API. */
export function netlifySubmissions(
	settings: NetlifySettings,
	ask: typeof fetch,
	until?: AbortSignal,
): NetlifySubmissions {
	const api: Api = {
		host: 'Netlify',
		address: `${settings.api}/api/v1`,
		headers: signedWith(settings.token),
		tokenSetting: 'NETLIFY_AUTH_TOKEN',
		placeSetting: 'NETLIFY_SITE_ID',
		waitInMs: settings.waitInMs,
		...(until ? { until } : {}),
		fetch: ask,
	};
	const site = `/sites/${encodeURIComponent(settings.siteId)}`;

	/** Netlify gives the newest first, by pages; while they are read, and what is old is deleted, they would shift. */
	async function* list(state: 'verified' | 'spam'): AsyncGenerator<Submission> {
		const all: Submission[] = [];
		// Up to an empty page: Netlify may give fewer a page than it is asked for.
		for (let page = 1; ; page++) {
			const query = `page=${page}&per_page=${PER_PAGE}${state === 'spam' ? '&state=spam' : ''}`;
			const submissions = await getAt(api, `${site}/submissions?${query}`, z.array(submissionAnswer));
			if (submissions.length === 0) break;
			all.push(...submissions.map(received));
		}
		yield* all.toReversed().toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt));
	}

	const remove = async (id: string): Promise<void> => {
		// 404 says that it is gone.
		await askApi(api, {
			method: 'DELETE',
			path: `/submissions/${encodeURIComponent(id)}`,
			statuses: [200, 204, 404],
		});
	};

	return {
		list: () => list('verified'),
		remove,
		spam: { list: () => list('spam'), remove },
		async find(id) {
			const [answer, forms] = await Promise.all([
				// Netlify's description of its API has a list here.
				findAt(api, `/submissions/${encodeURIComponent(id)}`, z.union([submissionAnswer, z.array(submissionAnswer)])),
				getAt(api, `${site}/forms`, formsAnswer),
			]);
			const [found] = [answer].flat();
			const form = forms.find((one) => one.id === found?.form_id);
			// The token reaches other sites of the same team as well.
			return found && form && found.id === id ? { ...received(found), form: form.name } : undefined;
		},
	};
}
