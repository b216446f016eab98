import { formatDate } from './date.ts';

/** A page as others cite it. */
export interface CitedPage {
	/** By which a bibliography knows it. */
	slug: string;
	title: string;
	/** The site that it is part of. */
	site: string;
	publisher: string;
	/** The day of its last change. */
	on: string;
	/** Its full address. */
	url: string;
}

/** A page as a line of a list of references. */
export const formatCitation = ({ title, site, publisher, on, url }: CitedPage): string =>
	`${publisher}: “${title}”. ${site}, ${formatDate(on)}. ${url}`;

/** Signs that mean something to TeX. */
const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
const toTex = (text: string) => text.replace(/[\\~^]|[{}#$%&_]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** A page as an entry of BibTeX. Braces keep capitals and names of organisations as they are. */
export const formatBibtex = ({ slug, title, site, publisher, on, url }: CitedPage): string =>
	[
		`@misc{${slug},`,
		`  author = {{${toTex(publisher)}}},`,
		`  title = {{${toTex(title)}}},`,
		`  howpublished = {${toTex(site)}},`,
		`  year = {${on.slice(0, 4)}},`,
		`  note = {Last changed on ${formatDate(on)}},`,
		`  url = {${url}}`,
		'}',
	].join('\n');

/** A page as CSL-JSON, which Zotero and others read. */
export const formatCsl = ({ slug, title, site, publisher, on, url }: CitedPage): string =>
	JSON.stringify([
		{
			id: slug,
			type: 'webpage',
			title,
			'container-title': site,
			author: [{ literal: publisher }],
			issued: { 'date-parts': [on.split('-').map(Number)] },
			URL: url,
			language: 'en',
		},
	]);
