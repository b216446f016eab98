import { foldBlanks, formatCount, formatNumber } from '../../formats/text.ts';
import { COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { element, one } from '../dom.client.ts';
import type { BorrowedProfile } from './borrow-profiles.client.ts';
import { offerActions, showChosen } from './chosen-page.client.ts';

// Builds the table from the pages of the profiles that the address names.

/** The rows of a profile: by label what stands there, with year and sources. */
function rowsOf({ article }: BorrowedProfile): Map<string, Node[]> {
	const rows = new Map<string, Node[]>();
	const lead = article.querySelector('.lead');
	if (lead) rows.set('Summary', [...lead.childNodes]);
	const check = article.querySelector('.check .badge');
	if (check) rows.set('Last checked', [...check.childNodes]);
	// What one profile does not state shows as such in its column; that its page asks for it is no fact.
	for (const row of article.querySelectorAll('[data-facts] > div:not([data-asks])'))
		rows.set(row.querySelector('dt')?.textContent.trim() ?? '', [...(row.querySelector('dd')?.childNodes ?? [])]);
	for (const section of article.querySelectorAll('[data-row]')) {
		const [heading, ...content] = section.children;
		// What is not shared, and to whom it belongs, stands on the page of the profile; here the columns are narrow.
		for (const note of section.querySelectorAll('.off, .hub, .out, .key')) note.remove();
		const marks = heading?.querySelector('.marks');
		marks?.remove();
		rows.set(heading?.textContent.trim() ?? '', [...content, ...(marks ? [marks] : [])]);
	}
	return rows;
}

/** All labels in the order of the pages: one that only some profiles have follows what it follows there. */
function labelsOf(columns: readonly Map<string, Node[]>[]): string[] {
	const labels: string[] = [];
	for (const column of columns) {
		let position = 0;
		for (const label of column.keys()) {
			const known = labels.indexOf(label);
			if (known < 0) labels.splice(position, 0, label);
			position = (known < 0 ? position : known) + 1;
		}
	}
	return labels;
}

/** What stands there in words, without the numbers of sources: those differ where the facts do not. */
function wordsOf(nodes: readonly Node[] = []): string {
	const words = nodes.map((node) => {
		const copy = node.cloneNode(true);
		if (copy instanceof Element) for (const marks of copy.querySelectorAll('.marks')) marks.remove();
		return copy instanceof Element && copy.matches('.marks') ? '' : (copy.textContent ?? '');
	});
	return foldBlanks(words.join(' '));
}

/** The facts of profiles side by side. Its parts say their roles, since a phone shows them as blocks. */
function toTable(profiles: readonly BorrowedProfile[]): HTMLTableElement {
	const columns = profiles.map(rowsOf);
	const { chosen } = readChoice(location.search);
	const heads = profiles.map(({ slug, name }) => {
		const others = chosen.filter((other) => other !== slug);
		const remove = element(
			'a',
			{ href: withChoice(location.pathname, others), className: 'remove no-print', ariaLabel: `Remove ${name}` },
			'Remove',
		);
		const link = element('a', { href: `/clusters/${slug}/`, dir: 'auto' }, name);
		return element('th', { scope: 'col', role: 'columnheader' }, link, ' ', remove);
	});
	const rows = labelsOf(columns).map((label) => {
		const words = columns.map((column) => wordsOf(column.get(label)));
		const isSame = words.every((text) => text === words[0]);
		const cells = columns.map((column, index) => {
			const content = column.get(label) ?? [element('span', { className: 'soft' }, 'not stated')];
			const cell = element('td', { role: 'cell' }, ...content);
			cell.dataset['of'] = profiles[index]?.name ?? '';
			return cell;
		});
		const verdict = element('span', { className: 'verdict' }, isSame ? ' same' : ' differs');
		const head = element('th', { scope: 'row', role: 'rowheader' }, label, verdict);
		return element('tr', { className: isSame ? 'same' : 'differs', role: 'row' }, head, ...cells);
	});
	const names = profiles.map(({ name }) => name).join(', ');
	const headRow = element('tr', { role: 'row' }, element('td', { role: 'cell' }), ...heads);
	return element(
		'table',
		{ role: 'table' },
		element('caption', { className: 'visually-hidden' }, `Facts of ${names}`),
		element('thead', { role: 'rowgroup' }, headRow),
		element('tbody', { role: 'rowgroup' }, ...rows),
	);
}

/** The sources of each profile, so that the numbers beside the facts lead somewhere, also on paper. */
const toSources = (profiles: readonly BorrowedProfile[]) =>
	profiles.flatMap(({ article, name }) => {
		const list = article.querySelector('[data-sources] ol');
		return list
			? [
					element(
						'section',
						{ className: 'stack' },
						element('h2', {}, 'Sources: ', element('span', { dir: 'auto' }, name)),
						list,
					),
				]
			: [];
	});

showChosen(({ profiles: found, slugs, excess }) => {
	const profiles = found.slice(0, COMPARED_MAX);
	const beyond = found.length - profiles.length + excess;
	const tooMany =
		beyond > 0 ? [`${COMPARED_MAX} profiles fit side by side; ${formatNumber(beyond)} more left out.`] : [];
	if (profiles.length < COMPARED_MIN) {
		const [only] = profiles;
		return [
			...tooMany,
			only
				? `Only ${only.name} is chosen. Choose one more: tick “Choose” on its card.`
				: 'Nothing is chosen yet. Tick “Choose” on two to four profiles, then follow “Compare”.',
		];
	}
	const sources = element('div', { className: 'grid' }, ...toSources(profiles));
	one('[data-compared]').replaceChildren(toTable(profiles), sources);
	one<HTMLAnchorElement>('[data-pack]').href = withChoice('/clusters/pack/', slugs);
	offerActions();
	const count = formatCount(profiles.length, 'profile');
	return [...tooMany, `${count} side by side. Rows marked “differs” are not the same for all.`];
});
