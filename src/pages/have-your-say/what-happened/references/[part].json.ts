import type { APIRoute } from 'astro';
import { loadSite } from '../../../../model/load.ts';
import { referenceIndex } from '../../../../model/receipts.ts';

export async function getStaticPaths() {
	const { receipts } = await loadSite();
	return [...referenceIndex(receipts)].map(([part, index]) => ({ params: { part }, props: { index } }));
}

/** The pages on which references stand that begin with the same letter. */
export const GET: APIRoute = ({ props }) => Response.json(props['index']);
