import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from '../src/files/front-matter.ts';
import { readContent } from '../src/files/read-content.ts';
import { capital } from '../src/formats/text.ts';
import { factsOf, formatPlace, localNamesOf } from '../src/model/cluster-facts.ts';
import { browsedFacets, facetAddress, valuesOf } from '../src/model/facets.ts';
import { byName } from '../src/model/order.ts';
import { FACET_PAGE_SIZE, LIST_PAGE_SIZE, toPages } from '../src/model/paging.ts';
import { relatedFinder } from '../src/model/related-clusters.ts';
import { addressOf } from '../src/schemas/collections.ts';
import { labelOf } from '../src/schemas/label-of.ts';
import { clusterKinds, services } from '../src/schemas/vocabularies.ts';

/** What a page of a peer shows of a profile, made beforehand: the peers relate, count and check nothing. Hugo knows names in small letters alone. */
interface PeerProfile {
	slug: string;
	title: string;
	kind: string;
	place: string;
	summary: string;
	localnames: { name: string; language: string; languagename: string }[];
	facts: { label: string; text: string; path: string; sources: readonly number[] }[];
	services: string[];
	activities: readonly string[];
	lessons: string[];
	related: { address: string; name: string; place: string; reason: string }[];
	sources: { title: string; url: string; number: number }[];
}

/** Takes the frame of a built profile, with the words of a template in place of those of the profile. */
function frameOf(site: string, { slug, title, summary }: PeerProfile, { value }: Syntax) {
	// BibTeX writes names in two braces, which begin a value in Hugo’s templates.
	const html = readFileSync(join(site, 'clusters', slug, 'index.html'), 'utf8').replaceAll('{{', '&#123;&#123;');
	const [start, end] = [html.indexOf('<article'), html.lastIndexOf('</article>') + '</article>'.length];
	const filled = (part: string) =>
		part
			.replaceAll(summary, value('summary'))
			.replaceAll(title, value('title'))
			.replaceAll(`/clusters/${slug}/`, `/clusters/${value('slug')}/`);
	return { before: filled(html.slice(0, start)), after: filled(html.slice(end)) };
}

/** How a language of templates writes a value, a loop and a condition. */
interface Syntax {
	value: (name: string) => string;
	each: (list: string, content: string) => string;
	body: string;
}

/** The article of a profile: the same in every language of templates. */
const articleIn = ({
	value,
	each,
	body,
}: Syntax): string => `<article class="wrap profile" data-profile="${value('slug')}">
<div class="head stack"><nav aria-label="Breadcrumb" class="small no-print"><ol role="list"><li><a href="/clusters/" dir="auto">Clusters</a></li></ol></nav>
<p class="kicker">${value('kind')}</p><h1><span dir="auto">${value('title')}</span></h1>
${each('localnames', `<p class="local row"><span lang="${value('item.language')}" dir="auto">${value('item.name')}</span> <small>${value('item.languagename')}</small><a class="correct no-print" href="/have-your-say/correct/?cluster=${value('slug')}&amp;field=localNames" aria-label="Correct: ${value('item.name')}">Correct</a></p>`)}
<p class="soft">${value('place')}</p><p class="lead">${value('summary')}</p></div>
<dl class="facts" data-facts>${each('facts', `<div class="row"><dt>${value('item.label')}</dt><dd>${value('item.text')} <sup class="marks">${each('item.sources', `<a href="#source-${value('inner')}" aria-label="Source ${value('inner')}">${value('inner')}</a> `)}</sup><a class="correct no-print" href="/have-your-say/correct/?cluster=${value('slug')}&amp;field=${value('item.path')}" aria-label="Correct: ${value('item.label')}">Correct</a></dd></div>`)}</dl>
<div class="prose">${body}</div>
<section class="shared"><h2>What members share</h2><ul>${each('services', `<li>${value('item')}</li>`)}</ul></section>
<section><h2>Activities</h2><ul class="activities">${each('activities', `<li>${value('item')}</li>`)}</ul></section>
<section><h2>Practice</h2>${each('lessons', `<p>${value('item')}</p>`)}</section>
<section class="related"><h2>Related profiles</h2>${each('related', `<article class="panel"><h3><a class="quiet-link wide-target" href="${value('item.address')}" dir="auto">${value('item.name')}</a></h3><p class="small soft">${value('item.place')}</p><p>${value('item.reason')}</p></article>`)}</section>
<section class="stack source-list" data-sources><h2 id="sources">Sources</h2><ol>${each('sources', `<li id="source-${value('item.number')}"><a href="${value('item.url')}" dir="auto">${value('item.title')}</a></li>`)}</ol></section>
</article>`;

/** The article of a list. */
const listIn = ({ value, each }: Syntax, pager: string): string =>
	`<div class="wrap"><h1>${value('title')}</h1>${each('items', `<article class="panel"><h2><a class="quiet-link wide-target" href="/clusters/${value('item.slug')}/" dir="auto">${value('item.title')}</a></h2><p class="small soft">${value('item.place')}</p><p>${value('item.summary')}</p><p class="kind small soft">${value('item.kind')}</p></article>`)}${pager}</div>`;

const hugo: Syntax = {
	value: (name) => `{{ ${/^(?:item|inner)/.test(name) ? '$' : '$p.'}${name} }}`,
	each: (list, content) =>
		list.startsWith('item.')
			? `{{ range $inner := $${list} }}${content}{{ end }}`
			: `{{ range $item := $p.${list} }}${content}{{ end }}`,
	body: '{{ .Content }}',
};

/** Template strings of JavaScript, the quickest that Eleventy takes. */
const eleventy: Syntax = {
	value: (name) => `\${escape(${/^(?:item|inner)/.test(name) ? '' : 'p.'}${name})}`,
	each: (list, content) =>
		list.startsWith('item.')
			? `\${${list}.map((inner) => \`${content}\`).join('')}`
			: `\${p.${list}.map((item) => \`${content}\`).join('')}`,
	body: '${content}',
};

/** The made-up profiles as peers are told them, in the order of the list. */
function readProfiles(content: string, today: string) {
	const { clusters } = readContent(content, today).entries;
	clusters.sort(byName);
	const related = relatedFinder(clusters);
	const profiles = clusters.map((cluster): PeerProfile & { body: string } => {
		const { id, data, file } = cluster;
		return {
			slug: id,
			title: data.name,
			kind: labelOf(clusterKinds, data.kind),
			place: formatPlace(data),
			summary: data.summary,
			localnames: localNamesOf(data).map(({ name, language, languageName }) => ({
				name,
				language,
				languagename: languageName,
			})),
			facts: factsOf(data).map(({ label, text, path, sourceNumbers }) => ({
				label,
				text,
				path,
				sources: sourceNumbers,
			})),
			services: (data.services ?? []).map((service) => labelOf(services, service)),
			activities: (data.activities ?? []).map(capital),
			lessons: Object.values(data.practice ?? {}).filter((text) => text !== undefined),
			related: related(cluster).map(({ cluster: other, reason }) => ({
				address: addressOf('clusters', other.id),
				name: other.data.name,
				place: formatPlace(other.data),
				reason,
			})),
			sources: data.sources.map(({ title, url }, index) => ({ title, url, number: index + 1 })),
			body: bodyOf(readFileSync(join(content, file), 'utf8')),
		};
	});
	return { clusters, profiles };
}

const write = (folder: string, files: Record<string, string>) => {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
};

/** Front matter in JSON, which is YAML. */
const markdown = (fields: object, body: string) =>
	`---\n${Object.entries(fields)
		.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
		.join('')}---\n\n${body}`;

/**
 * Writes the sources of the same profiles and lists for Hugo and for Eleventy: the same addresses, the frame of the
 * built `site`, and what stands in it of a profile.
 */
export function writePeerSites(content: string, today: string, site: string, folder: string): void {
	const { clusters, profiles } = readProfiles(content, today);
	const [sample] = profiles;
	if (!sample) throw new Error('There are no profiles.');
	const pages = (syntax: Syntax, pager: string) => {
		const { before, after } = frameOf(site, sample, syntax);
		return { profile: before + articleIn(syntax) + after, list: before + listIn(syntax, pager) + after };
	};

	const inHugo = pages(
		hugo,
		'{{ with $pages.Prev }}<a href="{{ .URL }}">Previous page</a>{{ end }}{{ with $pages.Next }}<a href="{{ .URL }}">Next page</a>{{ end }}',
	);
	const listInHugo = (size: number) =>
		`{{ $pages := .Paginate .Pages.ByTitle ${size} }}{{ $items := slice }}{{ range $pages.Pages }}{{ $items = $items | append .Params.p }}{{ end }}{{ $p := dict "title" .Title "summary" .Title "slug" .RelPermalink "items" $items }}${inHugo.list}`;
	write(join(folder, 'hugo'), {
		'hugo.json': JSON.stringify({
			baseURL: 'https://example.org/',
			title: 'Peer',
			disableKinds: ['home', 'RSS', 'sitemap', 'taxonomy', '404', 'robotsTXT'],
			taxonomies: Object.fromEntries(browsedFacets.map(({ name }) => [name, name])),
			permalinks: { term: Object.fromEntries(browsedFacets.map(({ name }) => [name, `/clusters/${name}/:slug/`])) },
			pagination: { disableAliases: true },
		}),
		'layouts/_default/single.html': `{{ $p := .Params.p }}${inHugo.profile}`,
		'layouts/_default/term.html': listInHugo(FACET_PAGE_SIZE),
		'layouts/_default/section.html': listInHugo(LIST_PAGE_SIZE),
		'content/clusters/_index.md': markdown({ title: 'Clusters' }, ''),
	});

	const inEleventy = pages(
		eleventy,
		'${p.previous ? `<a href="${p.previous}">Previous page</a>` : ""}${p.next ? `<a href="${p.next}">Next page</a>` : ""}',
	);
	const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
	const escape = `const signs = ${JSON.stringify(escapes)};\nconst escape = (value) => String(value).replace(/[&<>"]/g, (sign) => signs[sign]);\n`;
	const { lists } = {
		lists: [
			...toPages(profiles, '/clusters/').map((page) => ({ title: 'Clusters', ...page })),
			...browsedFacets.flatMap((facet) =>
				valuesOf(facet, { clusters }).flatMap(({ id, label, clusters: members }) => {
					const slugs = new Set(members.map((member) => member.id));
					const own = profiles.filter(({ slug }) => slugs.has(slug));
					return toPages(own, facetAddress(facet.name, id), FACET_PAGE_SIZE).map((page) => ({ title: label, ...page }));
				}),
			),
		].map(({ title, items, address, previous, next }) => ({
			p: {
				title,
				summary: title,
				slug: address,
				previous,
				next,
				items: items.map(({ slug, title: name, place, summary, kind }) => ({
					slug,
					title: name,
					place,
					summary,
					kind,
				})),
			},
			address,
		})),
	};
	write(join(folder, 'eleventy'), {
		'eleventy.config.mjs':
			'export default (config) => {\n\tconfig.setQuietMode(true);\n\treturn { dir: { input: "in", output: "out" }, markdownTemplateEngine: false };\n};\n',
		'in/_includes/profile.11ty.mjs': `${escape}export const render = ({ p, content }) => \`${inEleventy.profile}\`;\n`,
		'in/_data/lists.json': JSON.stringify(lists),
		'in/lists.11ty.mjs': `${escape}export const data = { pagination: { data: "lists", size: 1, alias: "list" }, permalink: ({ list }) => list.address };\nexport const render = ({ list: { p } }) => \`${inEleventy.list}\`;\n`,
	});

	for (const [index, { body, ...profile }] of profiles.entries()) {
		const { country, themes, services: shared = [] } = clusters[index]?.data ?? {};
		const terms = { country: country && [country.toLowerCase()], theme: themes, service: shared };
		write(folder, {
			[`hugo/content/clusters/${profile.slug}.md`]: markdown({ title: profile.title, ...terms, p: profile }, body),
			[`eleventy/in/clusters/${profile.slug}.md`]: markdown(
				{ layout: 'profile.11ty.mjs', permalink: addressOf('clusters', profile.slug), p: profile },
				body,
			),
		});
	}
}
