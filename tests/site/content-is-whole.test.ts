import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { facetAddress } from '../../src/model/facets.ts';
import { findingsOf } from '../../src/model/findings.ts';
import { topicAddress } from '../../src/model/meeting-topics.ts';
import { correctAddress } from '../../src/model/navigation.ts';
import { addressOf } from '../../src/schemas/collections.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { meetingTopics, services } from '../../src/schemas/vocabularies.ts';
import { realPages, textOf } from './pages.ts';

const { entries, problems } = readContent('content');
const pages = new Map(realPages().map((page) => [page.path, page]));
const bodyOf = (path: string) => textOf(pages.get(path)?.document.querySelector('main'));

test('the content has no problems', () => {
	expect(problems).toEqual([]);
});

describe.each(entries.clusters)('the profile of $data.name', ({ id, data }) => {
	const page = pages.get(`/clusters/${id}/`);
	const document = page?.document;

	test('has a page with its name, summary and every source', () => {
		expect(textOf(document?.querySelector('h1'))).toBe(data.name);
		const text = textOf(document?.querySelector('main'));
		expect(text).toContain(data.summary);
		data.sources.forEach(({ url }, index) => {
			expect(document?.querySelector(`#source-${index + 1} a`)?.getAttribute('href')).toBe(url);
		});
	});

	test('shows beside every fact the sources that support it, or a star where none does alone', () => {
		const facts = [...(document?.querySelectorAll('[data-facts] > div') ?? [])];
		const marksOf = (label: string) =>
			textOf(facts.find((fact) => textOf(fact.querySelector('dt')) === label)?.querySelector('.marks'));
		const rows = [
			['Founded', 'founded', data.founded],
			['Fields of work', 'sectors', data.sectors],
			['Members', 'members', data.members?.total],
		] as const;
		for (const [label, field, value] of rows) {
			const supporting = data.sources.flatMap(({ supports }, index) =>
				supports.includes(field) ? [String(index + 1)] : [],
			);
			expect(marksOf(label), label).toBe(value === undefined ? '' : supporting.join(' ') || '*');
		}
		const places = data.sources.flatMap(({ supports }, index) =>
			['place', 'region', 'country'].some((field) => supports.some((name) => name === field)) ? [index + 1] : [],
		);
		expect(marksOf('Place')).toBe(places.join(' '));
		for (const fact of facts) {
			const label = textOf(fact.querySelector('dt'));
			if (['Acronym', 'Place', 'EU region code', 'Website', 'Mailbox'].includes(label)) continue;
			expect(textOf(fact.querySelector('.marks')), label).not.toBe('');
		}
	});

	test('says each fact once', () => {
		const labels = [...(document?.querySelectorAll('[data-facts] dt') ?? [])].map(textOf);
		expect(labels).toEqual([...new Set(labels)]);
		expect(labels).toEqual(expect.arrayContaining(['Kind', 'Place', 'Themes']));
	});

	test('gives the year of a number of members, if the source has one, and after a blank what was counted', () => {
		if (!data.members?.total) return;
		const row = [...(document?.querySelectorAll('[data-facts] > div') ?? [])].find(
			(fact) => textOf(fact.querySelector('dt')) === 'Members',
		);
		const year = /\d{4}/.exec(data.members.asOf ?? '')?.[0];
		expect(textOf(row)).toMatch(year ? new RegExp(year) : /^Members(?!.*undated)/);
		// As it is taken into the form that corrects it.
		if (data.members.counts) expect(row?.textContent).toContain(` ${data.members.counts}`);
	});

	test('stands in the list and on the pages of its country, themes and services', () => {
		const lists = [
			`/clusters/`,
			`/clusters/country/${data.country.toLowerCase()}/`,
			...data.themes.map((theme) => `/clusters/theme/${theme}/`),
			...(data.services ?? []).map((service) => `/clusters/service/${service}/`),
		];
		for (const list of lists) {
			const listed = [...pages.keys()]
				.filter((path) => path === list || path.startsWith(`${list}page/`))
				.some((path) => pages.get(path)?.document.querySelector(`a[href="/clusters/${id}/"]`));
			expect(listed, list).toBe(true);
		}
	});

	test('names what members share, and folds away what no source names', () => {
		const shown = [...(document?.querySelectorAll('.shared a') ?? [])].map((link) => link.getAttribute('href'));
		expect(shown.sort()).toEqual((data.services ?? []).map((id) => facetAddress('service', id)).sort());
		const isFolded = shown.length > 0 && shown.length < Object.keys(services).length;
		expect(document?.querySelector('.shared + details:not([open])') != null).toBe(isFolded);
	});

	test('stands among what is missing where it has no website, and nowhere else', () => {
		const asked = pages.get('/clusters/gaps/')?.document.querySelector(`a[href="${correctAddress(id, 'website')}"]`);
		expect(Boolean(asked)).toBe(data.website === undefined);
	});

	test('has a text of 50 to 250 words', () => {
		const words = textOf(document?.querySelector('.prose')).split(' ').length;
		expect(words).toBeGreaterThanOrEqual(50);
		expect(words).toBeLessThanOrEqual(250);
	});
});

test.each([
	['updates', entries.updates, (id: string) => `/updates/${id}/`],
	['meetings', entries.meetings, (id: string) => `/geces/meetings/${id}/`],
	['calls', entries.calls, (id: string) => `/have-your-say/${id}/`],
	['guide', entries.guide, (id: string) => `/guide/${id}/`],
] as const)('every entry of %s has its page', (_name, list, addressOf) => {
	expect(list.length).toBeGreaterThan(0);
	for (const { id, data } of list)
		expect(textOf(pages.get(addressOf(id))?.document.querySelector('h1'))).toBe(data.title);
});

test.each(keysOf(meetingTopics))('the meetings about %s stand on its page, and no others', (topic) => {
	const links = pages.get(topicAddress(topic))?.document.querySelectorAll('main li a') ?? [];
	const listed = new Set([...links].map((link) => link.getAttribute('href')));
	for (const { id, data } of entries.meetings)
		expect(listed.has(`/geces/meetings/${id}/`), id).toBe(data.topics?.includes(topic) ?? false);
});

test('every update names its step, its day of writing and its sources', () => {
	expect(entries.updates.length).toBeGreaterThanOrEqual(10);
	for (const { id, data } of entries.updates) {
		expect(bodyOf(`/updates/${id}/`)).toMatch(/reports a step of .*\. It was written on \d+ \w+ \d{4}/);
		for (const { url } of data.sources)
			expect(pages.get(`/updates/${id}/`)?.html).toContain(url.replaceAll('&', '&amp;'));
	}
});

test('every milestone, organisation and term has its row with its sources', () => {
	const rows = [
		...entries.milestones.map(({ data }) => ['/geces/timeline/', data.title, data.sources] as const),
		...entries.organisations.map(({ data }) => ['/geces/members/', data.name, data.sources] as const),
		...entries.terms.map(({ data }) => ['/guide/words/', data.term, data.sources] as const),
	];
	expect(rows.length).toBeGreaterThan(100);
	for (const [path, title, sources] of rows) {
		expect(bodyOf(path)).toContain(title.replace(/\s+/g, ' '));
		for (const { url } of sources) expect(pages.get(path)?.html).toContain(url.replaceAll('&', '&amp;'));
	}
});

test('the filter of members counts each once', () => {
	const rows = pages.get('/geces/members/')?.document.querySelectorAll('[data-filter-rows] > *');
	expect(rows).toHaveLength(entries.organisations.length);
});

test('what the working group found, and the step of its report, are in the content', () => {
	const { page, report } = findingsOf(entries);
	expect(bodyOf(topicAddress('clusters'))).toContain(page?.data.title);
	expect(report?.data.detail).toBeTruthy();
});

test('the call shows all of its questions', () => {
	for (const { id, data } of entries.calls)
		for (const { label } of data.questions) expect(bodyOf(`/have-your-say/${id}/`)).toContain(label);
});

test('what an update is about leads to it', () => {
	const about = entries.updates.flatMap(({ id, data }) =>
		(['clusters', 'meetings', 'calls'] as const).flatMap((collection) =>
			(data[collection] ?? []).map((slug) => [addressOf(collection, slug), addressOf('updates', id)] as const),
		),
	);
	expect(about.length).toBeGreaterThan(0);
	for (const [from, to] of about)
		expect(pages.get(from)?.document.querySelector(`main a[href="${to}"]`), `${from} to ${to}`).not.toBeNull();
});
