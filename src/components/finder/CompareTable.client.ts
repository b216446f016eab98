import { addressParts } from '../../formats/address-parts.ts';
import { wordsOf, type ComparedCell, type ComparedProfile } from '../../formats/compared-table.ts';
import { formatList, formatNumber } from '../../formats/text.ts';
import { COMPARED_MAX, COMPARED_MIN, readChoice, withChoice } from '../../search/choice.ts';
import { element, one } from '../dom.client.ts';
import { inWords, offerActions, say, showChosen, showTitle } from './chosen-page.client.ts';
import { loadCompared, saveCompared } from './compared-profiles.client.ts';

// Builds the comparison of the profiles that the address names.

/** Signs above narrow columns have so many characters between them. */
const SHORT_MAX_CHARACTERS = 26;
const FIRST_LETTER = 65;

const compared = one('[data-compared]');

/** What stands for names where there is little room: their first words, or letters where those are the same. */
function shortOf(profiles: readonly ComparedProfile[]): string[] {
	const words = profiles.map(({ name }) => name.split(' ')[0] ?? name);
	const most = SHORT_MAX_CHARACTERS / words.length;
	const areFit = new Set(words).size === words.length && words.every((word) => word.length <= most);
	return areFit ? words : profiles.map((_, index) => String.fromCodePoint(FIRST_LETTER + index));
}

/** Whose the letters are, where letters stand above narrow columns. */
function lettersInWords(profiles: readonly ComparedProfile[]): HTMLElement[] {
	const short = shortOf(profiles);
	if (profiles.every(({ name }, index) => name.startsWith(short[index] ?? ''))) return [];
	const names = profiles.flatMap(({ name }, index) => [
		element('span', { className: 'short' }, short[index] ?? ''),
		` ${name} `,
	]);
	return [element('p', { className: 'letters small soft', ariaHidden: 'true' }, ...names)];
}

/** The names above the columns, with the ways on where they stand first. */
function toHeads(profiles: readonly ComparedProfile[], isWhole: boolean): HTMLElement {
	const { chosen } = readChoice(location.search);
	const short = shortOf(profiles);
	const heads = profiles.map(({ slug, name }, index) => {
		const isLetter = !name.startsWith(short[index] ?? '');
		const link = element('a', { href: `/clusters/${slug}/`, dir: 'auto' }, name);
		const sign = element('span', { className: 'short', ariaHidden: 'true' }, short[index] ?? '');
		if (!isWhole)
			return element(
				'th',
				{ scope: 'col', role: 'columnheader' },
				element('span', { className: 'whole', dir: 'auto' }, name),
				sign,
			);
		return element('th', { scope: 'col', role: 'columnheader' }, ...(isLetter ? [sign] : []), link);
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

function toCell(cell: ComparedCell | null): HTMLElement {
	if (!cell) return element('td', { role: 'cell', className: 'unstated' }, 'not stated');
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
	return element('td', { role: 'cell' }, words, ...mark, ...below);
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
	const box = element(
		'div',
		{ className: 'facts-table', tabIndex: 0, role: 'region', ariaLabel: `Facts of ${names}` },
		table,
	);
	return box;
}

/** On a phone a line of names at the top once those above the columns are out of sight, swiped with them. */
function toNames(box: HTMLElement, profiles: readonly ComparedProfile[]): HTMLElement {
	const spans = profiles.map(({ name }) => element('span', { dir: 'auto' }, name));
	const names = element('div', { className: 'names', ariaHidden: 'true', hidden: true }, ...spans);
	box.addEventListener('scroll', () => {
		names.scrollLeft = box.scrollLeft;
	});
	new IntersectionObserver(([head]) => {
		names.hidden = head?.isIntersecting ?? true;
	}).observe(one('thead', box));
	return names;
}

/** What the profiles have of a list, as a matrix, what most have first; what none has in one line. */
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
		const cells = had.map((isHad) =>
			element(
				'td',
				{ role: 'cell', className: isHad ? 'had' : 'not-had' },
				element('span', {}, isHad ? 'yes' : ''),
				isHad ? '' : '–',
			),
		);
		const head = element('th', { scope: 'row', role: 'rowheader', className: 'label' }, label);
		const isSame = had.every(Boolean);
		return [element('tr', { role: 'row', className: isSame ? 'same' : '' }, head, ...cells)];
	});
	const none = list.items.flatMap(([label], item) => (isHadBy(item).includes(true) ? [] : [label.toLowerCase()]));
	const table = element(
		'table',
		{ role: 'table' },
		element('caption', { className: 'visually-hidden' }, `${list.title}: ${names}`),
		toHeads(profiles, false),
		element('tbody', { role: 'rowgroup' }, ...rows),
	);
	const sentence = `${profiles.length === 2 ? 'Neither' : `None of the ${inWords(profiles.length)}`}: ${none.join(', ')}.`;
	return [
		element('h2', {}, list.title),
		...(rows.length > 0 ? [...lettersInWords(profiles), element('div', { className: 'matrix' }, table)] : []),
		...(none.length > 0 ? [element('p', { className: 'none small soft' }, sentence)] : []),
	];
}

showChosen(loadCompared, ({ profiles: found, slugs, excess }) => {
	const profiles = found.slice(0, COMPARED_MAX);
	const beyond = found.length - profiles.length + excess;
	const tooMany =
		beyond > 0 ? [`${COMPARED_MAX} profiles fit side by side; ${formatNumber(beyond)} more left out.`] : [];
	if (profiles.length < COMPARED_MIN) {
		const [only] = profiles;
		one('[data-empty]').hidden = false;
		return [
			...tooMany,
			only
				? `Only ${only.name} is chosen. Choose one more.`
				: `Nothing is chosen yet. Put ${inWords(COMPARED_MIN)} to ${inWords(COMPARED_MAX)} clusters side by side, fact by fact.`,
		];
	}
	const names = formatList(profiles.map(({ name }) => name));
	const isAnyRead = profiles.some(({ facts }) => facts.some(([, cell]) => cell?.isOurReading));
	const facts = toFacts(profiles, names);
	compared.style.setProperty('--compared', String(profiles.length));
	compared.replaceChildren(
		...(profiles.length > COMPARED_MIN
			? [element('p', { className: 'swipe small soft' }, 'Swipe sideways to see all.')]
			: []),
		...(isAnyRead ? [element('p', { className: 'legend small soft' }, '* Our reading of the sources.')] : []),
		element('div', {}, toNames(facts, profiles), facts),
		element(
			'p',
			{ className: 'legend small soft' },
			'“Not stated”: no source that we read gives it. The sources stand on each profile.',
		),
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
