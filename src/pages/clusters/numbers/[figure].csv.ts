import type { APIRoute } from 'astro';
import { csvFormatRows } from 'd3-dsv';
import { figuresOf, tableOf, type Figure } from '../../../model/figures.ts';
import { loadSite } from '../../../model/load.ts';

export async function getStaticPaths() {
	const { clusters } = await loadSite();
	return figuresOf(clusters).map((figure) => ({ params: { figure: figure.id }, props: { figure } }));
}

/** The table of a figure as a file, with the byte order mark without which Excel spoils dashes. */
export const GET: APIRoute<{ figure: Figure }> = ({ props }) =>
	new Response(`\ufeff${csvFormatRows(tableOf(props.figure))}\n`, {
		headers: { 'Content-Type': 'text/csv; charset=utf-8' },
	});
