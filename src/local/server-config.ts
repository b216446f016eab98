/** Programs on a server of one’s own that can be told what to send. */
export const serverPrograms = ['nginx', 'caddy'] as const;
export type ServerProgram = (typeof serverPrograms)[number];

/** What a server has to be told of a built site. */
export interface ServedSite {
	/** Where the built site lies on the server. */
	folder: string;
	/** The file `_headers`, as the build wrote it. */
	headers: string;
	/** The file `_redirects`, as the build wrote it. */
	redirects: string;
}

type Headers = [name: string, value: string][];

/** The rules of `_headers`: a path, which may end in `*`, and the headers of what it matches. */
export function readHeaderRules(text: string): [path: string, headers: Headers][] {
	const rules: [string, Headers][] = [];
	for (const line of text.split('\n').filter(Boolean)) {
		const [, name = '', value = ''] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
		if (line.startsWith('/')) rules.push([line, []]);
		else rules.at(-1)?.[1].push([name, value]);
	}
	return rules;
}

const readRedirects = (text: string): string[][] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('/'))
		.map((line) => line.split(' '));

/** Whether all that one path matches is matched by another one too. */
const isWithin = (path: string, other: string): boolean =>
	other.endsWith('*') ? path.startsWith(other.slice(0, -1)) : path === other;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `\t${line}`);
const inQuotes = (text: string): string => JSON.stringify(text);

/** Of nginx: a location sends its own headers alone, so each has those of all rules that match it. */
function forNginx({ folder, headers, redirects }: ServedSite): string[] {
	const rules = readHeaderRules(headers);
	const locations = rules.flatMap(([path]) => [
		path.endsWith('*') ? `location ${path.slice(0, -1)} {` : `location = ${path} {`,
		...indented(
			rules
				.filter(([other]) => isWithin(path, other))
				.flatMap(([, ofRule]) => ofRule)
				.map(([name, value]) => `add_header ${name} ${inQuotes(value)} always;`),
		),
		'}',
	]);
	return [
		`root ${inQuotes(folder)};`,
		'charset utf-8;',
		'gzip on;',
		'gzip_types text/css text/csv text/javascript text/xml application/javascript application/json image/svg+xml;',
		'error_page 403 404 =404 /404.html;',
		'location = /_headers { return 404; }',
		'location = /_redirects { return 404; }',
		...readRedirects(redirects).map(([from = '', to = '']) => `location = ${from} { return 301 ${to}; }`),
		...locations,
	];
}

function forCaddy({ folder, headers, redirects }: ServedSite): string[] {
	return [
		`root * ${inQuotes(folder)}`,
		'encode gzip',
		'@hosts path /_headers /_redirects',
		'error @hosts 404',
		// Files are no answer to a form that is posted.
		'@changing not method GET HEAD',
		'respond @changing 405',
		...readRedirects(redirects).map(([from = '', to = '']) => `redir ${from} ${to} permanent`),
		...readHeaderRules(headers).flatMap(([path, ofRule]) =>
			ofRule.map(([name, value]) => `header ${path} ${name} ${inQuotes(value)}`),
		),
		'handle_errors {',
		// What is not there may come with the next build.
		'	header -Cache-Control',
		'	rewrite * /404.html',
		'	file_server',
		'}',
		'file_server',
	];
}

/** What stands inside the settings of a host for it to serve a built site as Netlify does: headers, former addresses, 404. */
export const toServerConfig = (program: ServerProgram, site: ServedSite): string =>
	`${(program === 'nginx' ? forNginx : forCaddy)(site).join('\n')}\n`;
