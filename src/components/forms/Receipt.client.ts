import { one } from '../dom.client.ts';

// Shows the reference that the form put into the address, and leads to the place where it can be followed.

const reference = new URLSearchParams(location.search).get('reference') ?? '';
if (/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(reference)) {
	const place = one('[data-reference]');
	one('strong', place).textContent = reference;
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-follow]')) {
		link.search = new URLSearchParams({ reference }).toString();
	}
	place.hidden = false;
} else if (!document.querySelector(':target')) {
	// Nothing was sent: somebody came by a link.
	one('h1 > span').textContent = 'What happens to what you send';
}
