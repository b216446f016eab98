import type { z } from 'zod';

/** An API that is asked with a token, and what to call it when it cannot help. */
export interface Api {
	/** The name of the host, for sentences. */
	host: string;
	address: string;
	/** Goes along with each request: who asks, and by what right. */
	headers: Readonly<Record<string, string>>;
	/** The setting that holds the token. */
	tokenSetting: string;
	/** The setting that says where to look at the host. */
	placeSetting: string;
	/** How long each answer may take. */
	waitInMs: number;
	/** Ends all that is under way. */
	until?: AbortSignal;
	fetch: typeof fetch;
}

/** What an API is asked. */
export interface Question {
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the address of the API, with its query. */
	path: string;
	body?: unknown;
	headers?: Readonly<Record<string, string>>;
	/** Statuses that say something to whoever asks; any other is an error. */
	statuses: readonly number[];
}

/** A whole answer, whatever it says. */
interface TextAnswer {
	status: number;
	headers: Headers;
	text: string;
}

/** Why a host could not help. Its message is a sentence that holds no secret and nothing that was sent. */
export class HostProblem extends Error {}

const TRY_LATER = 'Try again in a few minutes.';

const inMinutes = (seconds: number): string => {
	const minutes = Math.max(1, Math.ceil(seconds / 60));
	return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};

/** How many seconds an answer asks to wait; undefined if it is about something else. */
function secondsToWait({ status, headers, text }: TextAnswer): number | undefined {
	if (status !== 403 && status !== 429) return undefined;
	const asked = Number(headers.get('Retry-After') ?? Number.NaN);
	if (asked > 0) return asked;
	if (headers.get('X-RateLimit-Remaining') === '0') {
		const until = Number(headers.get('X-RateLimit-Reset')) - Date.now() / 1000;
		return until > 0 ? until : 60;
	}
	return status === 429 || /rate limit/i.test(text) ? 60 : undefined;
}

/** Why an answer is of no use, in a sentence that holds nothing of it. */
function refusalOf({ host, tokenSetting, placeSetting }: Api, answer: TextAnswer): string {
	const { status } = answer;
	const seconds = secondsToWait(answer);
	if (seconds !== undefined) {
		return `${host} takes no more requests for now. Try again in ${inMinutes(seconds)}.`;
	}
	if (status === 401) {
		return `${host} does not accept ${tokenSetting}: it is wrong or has expired. Make a new one and set it.`;
	}
	if (status === 403)
		return `${host} does not let ${tokenSetting} do this. It needs more rights; docs/hosting.md says which.`;
	if (status === 404 || (status >= 300 && status < 400)) {
		return `${host} does not know what ${placeSetting} names, or ${tokenSetting} cannot see it. Check both.`;
	}
	if (status === 410) return `${host} has switched off what is needed here, perhaps the issues of the repository.`;
	if (status >= 500) return `${host} cannot answer at the moment. ${TRY_LATER}`;
	return `${host} did not accept what was sent (${status}).`;
}

/** Says who asks, and by what right. GitHub answers nobody who does not say who asks. */
export const signedWith = (token: string) => ({
	Authorization: `Bearer ${token}`,
	'User-Agent': 'social-economy-clusters',
});

/** What GitHub is told with each request to its API. */
export const gitHubHeaders = (token: string) => ({
	...signedWith(token),
	Accept: 'application/vnd.github+json',
	'X-GitHub-Api-Version': '2022-11-28',
});

/** Whether a host took longer to answer than it may. */
export const isLate = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Reads a whole answer. Throws, with a sentence that ends with an advice, if there is none. */
export async function readWhole(host: string, ask: () => Promise<Response>, advice = TRY_LATER): Promise<TextAnswer> {
	try {
		const response = await ask();
		return { status: response.status, headers: response.headers, text: await response.text() };
	} catch (error) {
		const what = isLate(error) ? 'did not answer in time' : 'cannot be reached at the moment';
		throw new HostProblem(`${host} ${what}. ${advice}`, { cause: error });
	}
}

/** Asks an API. Throws, with a sentence without secrets, unless the answer has one of the expected statuses. */
export async function askApi(api: Api, question: Question): Promise<TextAnswer> {
	const { method = 'GET', path, body, headers, statuses } = question;
	const limits = [AbortSignal.timeout(api.waitInMs), ...(api.until ? [api.until] : [])];
	const sent = body === undefined ? {} : { body: JSON.stringify(body) };
	const answer = await readWhole(api.host, () =>
		api.fetch(api.address + path, {
			method,
			headers: { ...api.headers, ...headers, ...(sent.body && { 'Content-Type': 'application/json' }) },
			...sent,
			// The token goes to the address that was set, and no further.
			redirect: 'manual',
			signal: AbortSignal.any(limits),
		}),
	);
	if (!statuses.includes(answer.status)) throw new HostProblem(refusalOf(api, answer));
	return answer;
}

/** An answer as a schema has it. Throws, with a sentence, if it is none, such as the page of a proxy. */
export function readAnswer<S extends z.ZodType>(host: string, schema: S, text: string, advice = TRY_LATER): z.infer<S> {
	try {
		return schema.parse(JSON.parse(text));
	} catch (cause) {
		throw new HostProblem(`${host} answered with something that this site does not understand. ${advice}`, { cause });
	}
}

/** What an API has at a path; undefined where there is nothing. */
export async function findAt<S extends z.ZodType>(api: Api, path: string, schema: S): Promise<z.infer<S> | undefined> {
	const { status, text } = await askApi(api, { path, statuses: [200, 404] });
	return status === 404 ? undefined : readAnswer(api.host, schema, text);
}

/** What an API has at a path. */
export async function getAt<S extends z.ZodType>(api: Api, path: string, schema: S): Promise<z.infer<S>> {
	const { text } = await askApi(api, { path, statuses: [200] });
	return readAnswer(api.host, schema, text);
}
