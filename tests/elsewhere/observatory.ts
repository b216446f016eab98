import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostParts } from './host-parts.ts';

/** An answer as the analyser wants it: as the library for requests gives it that the analyser uses. */
interface Answer {
	status: number;
	headers: unknown;
	data: string;
	verified: boolean;
	request: { headers: unknown };
	config: { headers: unknown };
	httpEquiv?: unknown;
}

/** What one of its tests says. */
interface Outcome {
	pass: boolean;
	result: string;
	constructor: { title?: string };
}

/** The parts of Mozilla’s HTTP Observatory that grade what was retrieved. */
interface Observatory {
	Requests: new (hostname: string) => {
		responses: Record<'auto' | 'cors' | 'http' | 'https', Answer> &
			Record<'httpRedirects' | 'httpsRedirects', { url: URL; status: number }[]>;
		resources: { path: string };
		session: unknown;
	};
	ALL_TESTS: ((requests: unknown) => Outcome)[];
	getScoreModifier: (result: string) => number;
	getGradeForScore: (score: number) => { grade: string; score: number };
	MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
	parseHttpEquivHeaders: (html: string, address: string) => unknown;
	AxiosHeaders: new (headers: Record<string, string>) => unknown;
}

/** What Mozilla’s Observatory says of an address. */
export interface Grade {
	grade: string;
	score: number;
	/** What it does not let pass. */
	problems: string[];
}

const SITE = 'clusters.example.org';

/**
 * Mozilla’s HTTP Observatory, which looks at the headers and the HTML of a page. What a host adds around a site is
 * taken for granted: that it is served over https, and that http leads there.
 */
export async function openObservatory(): Promise<(address: string, path: string) => Promise<Grade>> {
	const constants = hostParts('@mdn/mdn-http-observatory/src/constants.js');
	const source = dirname(constants);
	// Its list of hosts that browsers know as https. It fetches that when it is installed; this site is not in it.
	const conf = join(source, '../conf');
	mkdirSync(conf, { recursive: true });
	writeFileSync(join(conf, 'hsts-preload.json'), '{}');
	const files = ['constants.js', 'types.js', 'grader/grader.js', 'grader/charts.js', 'retriever/utils.js'];
	const modules = await Promise.all(
		[...files.map((file) => join(source, file)), hostParts('axios/index.js')].map(
			(file) => import(pathToFileURL(file).href) as Promise<object>,
		),
	);
	const {
		Requests,
		ALL_TESTS,
		getScoreModifier,
		getGradeForScore,
		MINIMUM_SCORE_FOR_EXTRA_CREDIT,
		parseHttpEquivHeaders,
		AxiosHeaders,
	} = Object.assign({}, ...modules) as Observatory;

	const retrieve = async (url: URL, method: string): Promise<Answer> => {
		const answer = await fetch(url, { method });
		const none = () => new AxiosHeaders({});
		return {
			status: answer.status,
			headers: new AxiosHeaders(Object.fromEntries(answer.headers)),
			data: await answer.text(),
			verified: true,
			request: { headers: none() },
			config: { headers: none() },
		};
	};

	return async (address, path) => {
		const published = `https://${SITE}${path}`;
		const page = await retrieve(new URL(path, address), 'GET');
		const requests = new Requests(SITE);
		requests.resources.path = page.data;
		requests.responses.auto = { ...page, httpEquiv: parseHttpEquivHeaders(page.data, published) };
		requests.responses.https = requests.responses.http = page;
		requests.responses.cors = await retrieve(new URL(path, address), 'OPTIONS');
		requests.responses.httpRedirects = [
			{ url: new URL(`http://${SITE}${path}`), status: 301 },
			{ url: new URL(published), status: 200 },
		];
		requests.responses.httpsRedirects = [{ url: new URL(published), status: 200 }];
		requests.session = { url: new URL(published) };
		const outcomes = ALL_TESTS.map((test) => test(requests));
		const changes = outcomes.map(({ result }) => getScoreModifier(result));
		const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 100);
		const bare = sum(changes.filter((change) => change < 0));
		const { grade, score } = getGradeForScore(bare >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(changes) : bare);
		return { grade, score, problems: outcomes.filter(({ pass }) => !pass).map(({ result }) => result) };
	};
}
