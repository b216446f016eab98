import { one } from './dom.ts';

// Shows the reference that the form put into the address.

const reference = new URLSearchParams(location.search).get('reference') ?? '';
if (/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(reference)) {
	const place = one('[data-reference]');
	one('strong', place).textContent = reference;
	place.hidden = false;
}
