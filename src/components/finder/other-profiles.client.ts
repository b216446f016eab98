import { formatNumber } from '../../formats/text.ts';
import { toRows } from '../../search/filter-rows.ts';
import { element, one } from '../dom.client.ts';
import { labelOf } from './filter-form.client.ts';
import { loadColumns, loadNames } from './list-files.client.ts';

const others = one('[data-others]');
const missing = one('[data-missing]');

/** What paper says of the list as it was built. */
export function forgetOthers(): void {
	others.replaceChildren();
	missing.hidden = false;
}

/** Writes the rows of the list that its page does not show, for paper: name and country of each. */
export async function writeOthers(rows: readonly number[]): Promise<void> {
	const [{ facets }, names] = await Promise.all([loadColumns(), loadNames()]);
	const countries = new Map(
		Object.entries(facets['country'] ?? {}).flatMap(([code, distances]) =>
			toRows(distances).map((row) => [row, labelOf('country', code)]),
		),
	);
	const lines = rows.map((row) =>
		element('li', {}, element('b', {}, names[row]?.[1] ?? ''), ` ${countries.get(row) ?? ''}`),
	);
	missing.hidden = true;
	const heading = element('h3', {}, `And ${formatNumber(rows.length)} more`);
	others.replaceChildren(...(rows.length > 0 ? [heading, element('ul', { role: 'list' }, ...lines)] : []));
}
