import { formatCount, formatNumber } from '../../formats/text.ts';
import { COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { element, one, showAddress } from '../dom.client.ts';
import { borrowProfiles, sayUnknown, type BorrowedProfile } from './borrow-profiles.client.ts';

// Builds the table from the pages of the profiles that the address names.

const status = one('[data-status]');
const output = one('[data-compared]');
const actions = one('[data-actions]');

/** The rows of a profile: by label what stands there, with year and sources. */
function rowsOf({ article }: BorrowedProfile): Map<string, Node[]> {
	const rows = new Map<string, Node[]>();
	const lead = article.querySelector('.lead');
	if (lead) rows.set('Summary', [...lead.childNodes]);
	const check = article.querySelector('.check .badge');
	if (check) rows.set('Check', [...check.childNodes]);
	// What one profile does not state shows as such in its column; that its page asks for it is no fact.
	for (const row of article.querySelectorAll('[data-facts] > div:not([data-asks])'))
		rows.set(row.querySelector('dt')?.textContent.trim() ?? '', [...(row.querySelector('dd')?.childNodes ?? [])]);
	for (const section of article.querySelectorAll('[data-row]')) {
		const [heading, ...content] = section.children;
		// What a service is stands on the page of the profile; here the columns are narrow.
		for (const note of section.querySelectorAll('.soft.small')) note.remove();
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

const wordsOf = (nodes: readonly Node[] | undefined) =>
	(nodes ?? [])
		.map((node) => {
			const copy = node.cloneNode(true);
			// The numbers of sources differ where the facts do not.
			if (copy instanceof Element) for (const marks of copy.querySelectorAll('.marks')) marks.remove();
			return copy instanceof Element && copy.matches('.marks') ? '' : (copy.textContent ?? '');
		})
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();

/** Table parts keep their roles, since a phone shows them as blocks. */
function withRole<E extends HTMLElement>(made: E, role: string): E {
	made.setAttribute('role', role);
	return made;
}

function toTable(profiles: readonly BorrowedProfile[]): HTMLTableElement {
	const columns = profiles.map(rowsOf);
	const { chosen } = readChoice(location.search);
	const heads = profiles.map(({ slug, name }) => {
		const others = chosen.filter((other) => other !== slug);
		const remove = element(
			'a',
			{ href: withChoice(location.pathname, others), className: 'remove no-print' },
			'Remove',
		);
		remove.setAttribute('aria-label', `Remove ${name}`);
		const head = withRole(
			element('th', { scope: 'col' }, element('a', { href: `/clusters/${slug}/` }, name), ' ', remove),
			'columnheader',
		);
		return head;
	});
	const rows = labelsOf(columns).map((label) => {
		const words = columns.map((column) => wordsOf(column.get(label)));
		const isSame = words.every((text) => text === words[0]);
		const cells = columns.map((column, index) => {
			const content = column.get(label) ?? [element('span', { className: 'soft' }, 'not stated')];
			const cell = withRole(element('td', {}, ...content), 'cell');
			cell.dataset['of'] = profiles[index]?.name ?? '';
			return cell;
		});
		const head = element('th', { scope: 'row' }, label);
		head.append(element('span', { className: 'verdict' }, isSame ? ' same' : ' differs'));
		return withRole(
			element('tr', { className: isSame ? 'same' : 'differs' }, withRole(head, 'rowheader'), ...cells),
			'row',
		);
	});
	return withRole(
		element(
			'table',
			{},
			element('caption', { className: 'visually-hidden' }, `Facts of ${profiles.map(({ name }) => name).join(', ')}`),
			withRole(
				element('thead', {}, withRole(element('tr', {}, withRole(element('td'), 'cell'), ...heads), 'row')),
				'rowgroup',
			),
			withRole(element('tbody', {}, ...rows), 'rowgroup'),
		),
		'table',
	);
}

/** The sources of each profile, so that the numbers beside the facts lead somewhere, also on paper. */
const toSources = (profiles: readonly BorrowedProfile[]) =>
	profiles.flatMap(({ article, name }) => {
		const list = article.querySelector('[data-sources] ol');
		return list ? [element('section', { className: 'stack' }, element('h2', {}, `Sources: ${name}`), list)] : [];
	});

async function show(): Promise<void> {
	const { chosen, refused, excess } = readChoice(location.search);
	showAddress();
	const { profiles: found, unknown } = await borrowProfiles(chosen);
	const profiles = found.slice(0, COMPARED_MAX);
	const beyond = found.length - profiles.length + excess.length;
	const sentences = [
		...sayUnknown([...refused, ...unknown]),
		...(beyond > 0 ? [`${COMPARED_MAX} profiles fit side by side; ${formatNumber(beyond)} more left out.`] : []),
	];
	const slugs = found.map(({ slug }) => slug);
	one<HTMLAnchorElement>('[data-back]').href = withChoice('/clusters/', slugs);
	if (profiles.length < COMPARED_MIN) {
		const [only] = profiles;
		status.textContent = [
			...sentences,
			only
				? `Only ${only.name} is chosen. Choose one more: tick “Choose” on its card.`
				: 'Nothing is chosen yet. Tick “Choose” on two to four profiles, then follow “Compare”.',
		].join(' ');
		return;
	}
	output.replaceChildren(toTable(profiles), element('div', { className: 'grid' }, ...toSources(profiles)));
	status.textContent = [
		...sentences,
		`${formatCount(profiles.length, 'profile')} side by side. Rows marked “differs” are not the same for all.`,
	].join(' ');
	one<HTMLAnchorElement>('[data-pack]').href = withChoice('/clusters/pack/', slugs);
	actions.removeAttribute('data-waiting');
}

one('[data-print]').addEventListener('click', () => {
	print();
});
show().catch((error: unknown) => {
	if (!(error instanceof LoadError)) reportError(error);
	status.textContent = 'The profiles could not be loaded. Please try again.';
});
