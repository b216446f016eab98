/**
 * The numbers of the sources behind a statement, as HTML: small, each leading to its source. Where it rests on none
 * alone and is our reading of them, a star, which the legend of the page explains.
 */
export function sourceMarks(numbers: readonly number[], isOurReading = false): string {
	const links = numbers.map((number) => `<a href="#source-${number}" aria-label="Source ${number}">${number}</a>`);
	if (links.length > 0) return `<sup class="marks">${links.join(' ')}</sup>`;
	return isOurReading ? '<sup class="marks star">*</sup>' : '';
}

/** A text as HTML with marks at the end of its last paragraph, or below it where it ends with something else. */
export const withMarks = (html: string, marks: string): string =>
	marks === '' || html.trim() === ''
		? html
		: html.replace(/(?:<\/p>)?\s*$/, (end) => (end.includes('p') ? `${marks}</p>` : `<p>${marks}</p>`));
