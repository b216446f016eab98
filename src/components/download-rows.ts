import { pickLines } from '../search/pick-lines.ts';
import { element } from './dom.ts';

/**
 * Makes a link to a file of all profiles give a file of some: of the rows that `rowsToTake` answers when it is
 * followed, or all of them where it answers nothing.
 */
export function downloadRows(link: HTMLAnchorElement, rowsToTake: () => Promise<readonly number[] | undefined>): void {
	const take = async () => {
		const rows = await rowsToTake();
		const response = await fetch(link.href);
		if (!response.ok) throw new Error(`${link.href} answered ${response.status}.`);
		const file = await response.text();
		// Reading text takes the byte order mark off, which a spreadsheet needs.
		const mark = link.href.endsWith('.csv') ? '\ufeff' : '';
		const blob = new Blob([mark, rows ? pickLines(file, rows) : file], {
			type: response.headers.get('Content-Type') ?? '',
		});
		const address = URL.createObjectURL(blob);
		element('a', { href: address, download: link.pathname.slice(link.pathname.lastIndexOf('/') + 1) }).click();
		URL.revokeObjectURL(address);
	};
	link.addEventListener('click', (event) => {
		event.preventDefault();
		take().catch(() => {
			// All of it is better than nothing.
			location.assign(link.href);
		});
	});
}
