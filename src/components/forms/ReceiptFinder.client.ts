import { pageAddress } from '../../model/paging.ts';
import {
	indexAddress,
	partOfIndex,
	placesIn,
	SENT_ADDRESS,
	type ReferenceIndex,
} from '../../model/receipt-addresses.ts';
import { fetchJson, LoadError } from '../../search/fetch-json.client.ts';
import { changeAddress } from '../address.client.ts';
import { element, one } from '../dom.client.ts';
import { fetchPage } from '../fetch-page.client.ts';

// Looks a reference up in the index, and takes its line from the page of the list on which it stands.

const form = one<HTMLFormElement>('[data-finder]');
const input = one<HTMLInputElement>('input', form);
const found = one('[data-found]', form);

const say = (...words: (string | Node)[]): void => {
	found.replaceChildren(element('p', {}, ...words));
};

/** What the index knows of a reference; nothing where its part of the index was not built. */
async function placesOf(reference: string): Promise<ReferenceIndex[string]> {
	const address = indexAddress(partOfIndex(reference));
	const index = await fetchJson<ReferenceIndex>(address).catch((error: unknown) => {
		if (error instanceof LoadError && error.cause === 404) return {};
		throw error;
	});
	return placesIn(index, reference);
}

async function linesAt(places: ReferenceIndex[string]): Promise<Element[]> {
	const lines = places.map(async ([page, slug]) => {
		const list = await fetchPage(pageAddress(SENT_ADDRESS, page));
		return list?.querySelector(`[data-receipt="${slug}"]`) ?? [];
	});
	return (await Promise.all(lines)).flat();
}

async function find(): Promise<void> {
	const reference = input.value.trim().normalize();
	if (reference === '') return;
	changeAddress(`${location.pathname}?${new URLSearchParams({ reference }).toString()}`);
	say('Looking…');
	try {
		const lines = await linesAt(await placesOf(reference));
		if (lines.length > 0) {
			found.replaceChildren(element('ul', { role: 'list' }, ...lines.map((line) => document.adoptNode(line))));
			return;
		}
		say(
			`“${reference}” is not in the list yet. What was sent today appears there within a day. Check the spelling; if it is still not there tomorrow, `,
			element('a', { href: '/contact/' }, 'write to us'),
			'.',
		);
	} catch {
		say('The list could not be loaded. Check the connection and try again.');
	}
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	void find();
});
input.value = new URLSearchParams(location.search).get('reference') ?? '';
if (input.value) void find();
