import { serve, type Served } from '../serve.ts';

/** A submission as Netlify keeps it. */
export interface Kept {
	id: string;
	form_id: string;
	form_name: string;
	created_at: string;
	data: Record<string, unknown>;
	[field: string]: unknown;
}

export interface FakeNetlify extends Served {
	/** All that is kept, in the order in which it came. */
	kept: (Kept & { isSpam?: boolean })[];
	/** Keeps what a form sent, and gives its id. */
	receive: (form: string, data: Record<string, unknown>, receivedAt?: string) => string;
	/** Answers in place of Netlify, if set. */
	trouble: (() => Promise<Response> | Response) | undefined;
	perPage: number;
}

export const SITE_ID = 'a1b2c3d4-0000-4000-8000-5e6f7a8b9c0d';
export const NETLIFY_TOKEN = 'nfp_the-token-of-the-forms';

const formIds: Record<string, string> = {
	proposal: '6143ec357114bb0007eaaa01',
	correction: '6143ec357114bb0007eaaa02',
	'views-clusters-2027': '6143ec357114bb0007eaaa03',
	message: '6143ec357114bb0007eaaa04',
};

/** Speaks the part of Netlify’s API that forms need, over HTTP and with state. */
export async function startFakeNetlify(): Promise<FakeNetlify> {
	const kept: FakeNetlify['kept'] = [];
	let count = 0;

	const receive: FakeNetlify['receive'] = (form, data, receivedAt = '2026-11-24T09:30:00.000Z') => {
		count++;
		const id = `614d2b91e3695a1f${count.toString(16).padStart(8, '0')}`;
		kept.push({
			id,
			form_id: formIds[form] ?? '',
			form_name: form,
			created_at: receivedAt,
			// Netlify adds these to what was sent.
			data: { ...data, ip: '203.0.113.77', user_agent: 'Mozilla/5.0 (marked)', referrer: 'https://marked.example/' },
		});
		return id;
	};

	const fake: Omit<FakeNetlify, keyof Served> = { kept, receive, trouble: undefined, perPage: 100 };
	const served = await serve(async ({ method, url, headers }) => {
		if (fake.trouble) return fake.trouble();
		if (headers.get('Authorization') !== `Bearer ${NETLIFY_TOKEN}`) {
			return Response.json({ code: 401, message: 'Access Denied' }, { status: 401 });
		}
		const { pathname, searchParams } = new URL(url);
		const path = pathname.replace('/api/v1', '');
		const id = /^\/submissions\/(.+)$/.exec(path)?.[1];
		if (id !== undefined) {
			const at = kept.findIndex((submission) => submission.id === id);
			if (at < 0) return Response.json({ code: 404, message: 'Not Found' }, { status: 404 });
			if (method !== 'DELETE') return Response.json(kept[at]);
			kept.splice(at, 1);
			return new Response(null, { status: 204 });
		}
		if (path === `/sites/${SITE_ID}/forms`) {
			return Response.json(Object.entries(formIds).map(([name, formId]) => ({ id: formId, name })));
		}
		if (path === `/sites/${SITE_ID}/submissions`) {
			const size = Math.min(Number(searchParams.get('per_page')), fake.perPage);
			const from = (Number(searchParams.get('page')) - 1) * size;
			const wantsSpam = searchParams.get('state') === 'spam';
			const ours = kept.filter(({ isSpam = false }) => isSpam === wantsSpam).toReversed();
			return Response.json(ours.slice(from, from + size));
		}
		return Response.json({ code: 404, message: 'Not Found' }, { status: 404 });
	});
	return Object.assign(fake, served);
}
