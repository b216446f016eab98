import { SLUG_PATTERN } from '../../schemas/slug.ts';
import { one } from '../dom.client.ts';

// Shows the reference that the form put into the address, leads to the place where it can be followed, and back to the
// profile that was corrected.

const query = new URLSearchParams(location.search);
const reference = query.get('reference') ?? '';
if (/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(reference)) {
	const place = one('[data-reference]');
	one('strong', place).textContent = reference;
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-follow]')) {
		link.search = new URLSearchParams({ reference }).toString();
	}
	place.hidden = false;
	const slug = query.get('cluster') ?? '';
	const back = one<HTMLAnchorElement>('[data-back]');
	back.href = `/clusters/${slug}/`;
	back.hidden = !SLUG_PATTERN.test(slug);
} else if (!document.querySelector(':target')) {
	// Nothing was sent: somebody came by a link.
	one('h1 > span').textContent = 'What happens to what you send';
}
