import { fetchPage } from '../fetch-page.client.ts';

/** A profile taken from its page, ready to stand beside others. */
export interface BorrowedProfile {
	slug: string;
	name: string;
	/** The profile as its page shows it on paper; its ids and the links to them begin with the slug. */
	article: HTMLElement;
}

const ID_ATTRIBUTES = ['id', 'for', 'aria-labelledby'];

/** Makes ids and landmarks of a profile its own, so that several on one page do not share any. */
export function setApart(article: HTMLElement, slug: string, name: string): void {
	for (const attribute of ID_ATTRIBUTES)
		for (const holder of article.querySelectorAll(`[${attribute}]`))
			holder.setAttribute(attribute, `${slug}--${holder.getAttribute(attribute) ?? ''}`);
	for (const link of article.querySelectorAll('a[href^="#"]'))
		link.setAttribute('href', `#${slug}--${(link.getAttribute('href') ?? '').slice(1)}`);
	// Landmarks of several profiles must not sound the same; a section without a name is none.
	for (const part of article.querySelectorAll('section[aria-labelledby]')) part.removeAttribute('aria-labelledby');
	for (const part of article.querySelectorAll('aside[aria-label]'))
		part.setAttribute('aria-label', `${part.getAttribute('aria-label') ?? ''}: ${name}`);
}

async function borrow(slug: string): Promise<BorrowedProfile | undefined> {
	const page = await fetchPage(`/clusters/${slug}/`);
	const found = page?.querySelector<HTMLElement>(`[data-profile="${slug}"]`);
	if (!found) return undefined;
	const article = document.importNode(found, true);
	for (const part of article.querySelectorAll('.no-print')) part.remove();
	const name = article.querySelector('h1')?.textContent.trim() ?? slug;
	setApart(article, slug, name);
	return { slug, name, article };
}

/**
 * The profiles of these slugs, taken from their pages, so that what is printed together is what readers know; and
 * the slugs that have none. Throws if the site cannot be reached.
 */
export async function borrowProfiles(
	slugs: readonly string[],
): Promise<{ profiles: BorrowedProfile[]; unknown: string[] }> {
	const found = await Promise.all(slugs.map(borrow));
	return {
		profiles: found.filter((profile) => profile !== undefined),
		unknown: slugs.filter((_, index) => found[index] === undefined),
	};
}

/** Says which of the chosen profiles there are not; nothing where there are all. */
export const sayUnknown = (slugs: readonly string[]): string[] =>
	slugs.length > 0
		? [
				`There is no profile “${slugs
					.slice(0, 5)
					.map((slug) => slug.slice(0, 40))
					.join('”, “')}”; left out.`,
			]
		: [];
