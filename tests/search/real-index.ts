import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from '../../src/files/front-matter.ts';
import { readContent, readSettings } from '../../src/files/read-content.ts';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { toPlainText } from '../../src/formats/text.ts';
import { listOrders } from '../../src/model/order.ts';
import { shownOn, type Site } from '../../src/model/site.ts';
import { extensionOf, type CollectionName } from '../../src/schemas/collections.ts';
import { folderOf, MANIFEST } from '../../src/search/index-format.ts';
import { indexOf } from '../../src/search/index-of.ts';
import { openIndex, type OpenIndex } from '../../src/search/open-index.ts';
import { recordsOf, type Bodies } from '../../src/search/records.ts';

/** The site that a content folder makes on a day. */
export function siteOf(folder: string, today: string): Site {
	const { entries } = readContent(folder);
	for (const [name, list] of Object.entries(entries))
		// Each list with the order of its own name: pairs lose which belongs to which.
		if (name in listOrders) list.sort(listOrders[name as keyof typeof listOrders] as () => number);
	return shownOn({ ...entries, settings: readSettings(folder) }, today);
}

/** The texts below the fields, as pages have them. */
export function bodiesOf(folder: string): Bodies {
	const bodyIn = (collection: CollectionName, id: string) => {
		try {
			return bodyOf(readFileSync(join(folder, collection, `${id}.${extensionOf(collection)}`), 'utf8'));
		} catch {
			return '';
		}
	};
	return {
		textOf: (collection, id) => toPlainText(renderMarkdown(bodyIn(collection, id), () => undefined).html),
		headingsOf: (collection, id) =>
			[...bodyIn(collection, id).matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading),
	};
}

/** The index of a site, read from memory as the browser reads it from the site. */
export function openIndexOf(site: Site, bodies: Bodies): Promise<OpenIndex> {
	const { manifest, files } = indexOf(site, recordsOf(site, bodies));
	const read = (address: string) => {
		const text =
			address === MANIFEST ? JSON.stringify(manifest) : files.get(address.replace(folderOf(manifest.version), ''));
		return text === undefined ? Promise.reject(new Error(`There is no ${address}.`)) : Promise.resolve(text);
	};
	return openIndex({ text: read, json: async (address) => JSON.parse(await read(address)) as unknown });
}
