import { addressParts } from '../../formats/address-parts.ts';
import { wordsOf, type ComparedCell, type ComparedProfile } from '../../formats/compared-table.ts';
import { formatList, formatNumber } from '../../formats/text.ts';
import { COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { element, one } from '../dom.client.ts';
import { inWords, offerActions, say, showChosen, showTitle } from './chosen-page.client.ts';
import { loadCompared, saveCompared } from './compared-profiles.client.ts';

// Builds the comparison of the profiles that the address names.

const FIRST_LETTER = 65;

const compared = one('[data-compared]');

/** The letter that stands for a profile where there is little room, for eyes alone. */
const toSign = (index: number) =>
	element('span', { className: 'sign', ariaHidden: 'true' }, String.fromCodePoint(FIRST_LETTER + index));

/** A cell of which no source tells. */
const emptyCell = () =>
	element(
		'td',
		{ role: 'cell', className: 'unstated' },
		element('span', { className: 'visually-hidden' }, 'not stated'),
	);

/** The names above the columns, with the ways on where they stand first. */
function toHeads(profiles: readonly ComparedProfile[], isWhole: boolean): HTMLElement {
	const { chosen } = readChoice(location.search);
	const heads = profiles.map(({ slug, name }, index) => {
		const words = isWhole
			? element('a', { href: `/clusters/${slug}/`, dir: 'auto' }, name)
			: element('span', { className: 'whole', dir: 'auto' }, name);
		return element('th', { scope: 'col', role: 'columnheader' }, toSign(index), words);
	});
	const corner = () => element('td', { role: 'cell' });
	const places = profiles.map(({ slug, name, place }) => {
		const others = chosen.filter((other) => other !== slug);
		const remove = element(
			'a',
			{ href: withChoice(location.pathname, others), className: 'remove no-print', ariaLabel: `Remove ${name}` },
			'Remove',
		);
		return element('td', { role: 'cell' }, element('p', {}, place), element('p', {}, remove));
	});
	return element(
		'thead',
		{ role: 'rowgroup' },
		element('tr', { role: 'row' }, corner(), ...heads),
		...(isWhole ? [element('tr', { role: 'row', className: 'places' }, corner(), ...places)] : []),
	);
}

function toCell(cell: ComparedCell | null, index: number): HTMLElement {
	if (!cell) return emptyCell();
	const { text, note, href, isFigure, isOurReading } = cell;
	const words = href
		? element(
				'a',
				{ href },
				...addressParts(text).flatMap((part, index) => (index > 0 ? [element('wbr', {}), part] : [part])),
			)
		: element('span', { className: isFigure ? 'figure' : '' }, text);
	const mark = isOurReading ? [element('sup', {}, '*')] : [];
	const below = note ? [element('span', { className: 'note' }, note)] : [];
	return element('td', { role: 'cell' }, toSign(index), words, ...mark, ...below);
}

/** A row of facts; where all say the same, one quiet cell. */
function toRow(label: string, cells: readonly (ComparedCell | null)[]): HTMLElement {
	const head = element('th', { scope: 'row', role: 'rowheader', className: 'label' }, label);
	const [first = null, ...others] = cells;
	const isSame = others.every((cell) => wordsOf(cell) === wordsOf(first));
	if (!isSame) return element('tr', { role: 'row' }, head, ...cells.map(toCell));
	const one = element(
		'td',
		{ role: 'cell', colSpan: cells.length },
		`${wordsOf(first)}${first?.isOurReading ? '*' : ''}, the same for ${cells.length === 2 ? 'both' : `all ${inWords(cells.length)}`}`,
	);
	return element('tr', { role: 'row', className: 'same' }, head, one);
}

/** The facts that any of the profiles states, in the order in which people ask. */
function toFacts(profiles: readonly ComparedProfile[], names: string): HTMLElement {
	const labels = profiles[0]?.facts.map(([label]) => label) ?? [];
	const rows = labels.flatMap((label, index) => {
		const cells = profiles.map(({ facts }) => facts[index]?.[1] ?? null);
		return cells.some((cell) => cell) ? [toRow(label, cells)] : [];
	});
	const table = element(
		'table',
		{ role: 'table' },
		element('caption', { className: 'visually-hidden' }, `Facts of ${names}`),
		toHeads(profiles, true),
		element('tbody', { role: 'rowgroup' }, ...rows),
	);
	return element('div', { className: 'facts-table' }, table);
}

/** On a phone a line of names at the top once those above the facts are out of sight. */
function toNames(facts: HTMLElement, profiles: readonly ComparedProfile[]): HTMLElement {
	const items = profiles.map(({ name }, index) => element('span', { dir: 'auto' }, toSign(index), name));
	const names = element('div', { className: 'names', ariaHidden: 'true', hidden: true }, ...items);
	new IntersectionObserver(([head]) => {
		names.hidden = head?.isIntersecting ?? true;
	}).observe(one('thead', facts));
	return names;
}

/** What the profiles have of a list, as a matrix, what most have first. */
function toMatrix(profiles: readonly ComparedProfile[], at: number, names: string): HTMLElement[] {
	const [first] = profiles;
	const list = first?.lists[at];
	if (!list) return [];
	const isHadBy = (item: number) => profiles.map(({ lists }) => lists[at]?.items[item]?.[1] ?? false);
	const countOf = (item: number) => isHadBy(item).filter(Boolean).length;
	const order = list.items.map((_, item) => item).sort((a, b) => countOf(b) - countOf(a));
	const rows = order.flatMap((item) => {
		const had = isHadBy(item);
		if (!had.includes(true)) return [];
		const label = list.items[item]?.[0] ?? '';
		const cells = had.map((isHad, index) =>
			isHad
				? element('td', { role: 'cell', className: 'had' }, toSign(index), element('span', {}, 'yes'))
				: emptyCell(),
		);
		const head = element('th', { scope: 'row', role: 'rowheader', className: 'label' }, label);
		const isSame = had.every(Boolean);
		return [element('tr', { role: 'row', className: isSame ? 'same' : '' }, head, ...cells)];
	});
	const table = element(
		'table',
		{ role: 'table' },
		element('caption', { className: 'visually-hidden' }, `${list.title}: ${names}`),
		toHeads(profiles, false),
		element('tbody', { role: 'rowgroup' }, ...rows),
	);
	return rows.length > 0 ? [element('h2', {}, list.title), element('div', { className: 'matrix' }, table)] : [];
}

showChosen(loadCompared, async ({ profiles: found, slugs, excess }) => {
	const profiles = found.slice(0, COMPARED_MAX);
	const beyond = found.length - profiles.length + excess;
	const tooMany =
		beyond > 0 ? [`${COMPARED_MAX} profiles fit side by side; ${formatNumber(beyond)} more left out.`] : [];
	if (profiles.length < COMPARED_MIN) {
		const { offerToChoose } = await import('./EmptyChoice.client.ts');
		const purpose = `Put ${inWords(COMPARED_MIN)} to ${inWords(COMPARED_MAX)} clusters side by side, fact by fact.`;
		return [...tooMany, offerToChoose(profiles, { least: COMPARED_MIN, most: COMPARED_MAX, purpose })];
	}
	const names = formatList(profiles.map(({ name }) => name));
	const isAnyRead = profiles.some(({ facts }) => facts.some(([, cell]) => cell?.isOurReading));
	const facts = toFacts(profiles, names);
	compared.style.setProperty('--compared', String(profiles.length));
	compared.classList.toggle('many', profiles.length > COMPARED_MIN);
	compared.replaceChildren(
		toNames(facts, profiles),
		facts,
		...(isAnyRead ? [element('p', { className: 'legend small soft' }, '* Our reading of the sources.')] : []),
		...(profiles[0]?.lists ?? []).flatMap((_, at) => toMatrix(profiles, at, names)),
	);
	showTitle(`Compare ${inWords(profiles.length)} clusters`);
	document.title = `${names}: compared`;
	one<HTMLAnchorElement>('[data-pack]').href = withChoice('/clusters/pack/', slugs);
	const add = one<HTMLAnchorElement>('[data-add]');
	add.href = withChoice('/clusters/', slugs);
	add.hidden = profiles.length >= COMPARED_MAX;
	offerActions();
	return tooMany;
});

one<HTMLInputElement>('[data-only-differences]').addEventListener('change', ({ target }) => {
	if (target instanceof HTMLInputElement) compared.classList.toggle('only-differences', target.checked);
});
one('[data-csv]').addEventListener('click', () => {
	const { chosen } = readChoice(location.search);
	saveCompared(chosen.slice(0, COMPARED_MAX)).catch(() => {
		say('The file could not be loaded. Please try again.');
	});
});
