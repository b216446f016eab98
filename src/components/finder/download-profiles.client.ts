import { fetchFile } from '../../search/fetch-json.client.ts';
import { pickLines } from '../../search/pick-lines.ts';
import { saveFile } from './save-file.client.ts';

/** What a download takes: profiles by slug, or nothing for all of them; and the name of the file without its ending. */
export interface Taken {
	slugs: readonly string[] | undefined;
	name: string;
}

async function save(link: HTMLAnchorElement, { slugs, name }: Taken): Promise<void> {
	const response = await fetchFile(link.href);
	const file = await response.text();
	const ending = link.pathname.slice(link.pathname.lastIndexOf('.'));
	// Reading text takes the byte order mark off, which a spreadsheet needs.
	const blob = new Blob([ending === '.csv' ? '\ufeff' : '', slugs ? pickLines(file, slugs) : file], {
		type: response.headers.get('Content-Type') ?? '',
	});
	saveFile(`${name}${ending}`, blob);
}

/**
 * Makes the links to files of all profiles give files of some: of what `take` answers when one is followed. A file
 * that cannot be had is told to `fail`; it never becomes another one.
 */
export function downloadProfiles(downloads: ParentNode, take: () => Promise<Taken>, fail: () => void): void {
	for (const link of downloads.querySelectorAll<HTMLAnchorElement>('a[download]'))
		link.addEventListener('click', (event) => {
			event.preventDefault();
			take()
				.then((taken) => save(link, taken))
				.catch(fail);
		});
}
