import { renderMarkdown } from '../formats/markdown.ts';

/** A link within a text, to one of its headings. */
const LINK_TO_HEADING = /\shref="#(s-[^"]*)"/g;

/** What the build would refuse in a text. `hasPicture` knows which files lie in content/assets/. */
export function textProblems(markdown: string, hasPicture: (file: string) => boolean): string[] {
	const size = { src: '', width: 0, height: 0 };
	const { html, problems } = renderMarkdown(markdown, (file) => (hasPicture(file) ? size : undefined));
	const nowhere = [...html.matchAll(LINK_TO_HEADING)].find(([, id = '']) => !html.includes(` id="${id}"`));
	return [
		...problems.map(({ rule, mend, line }) => `Line ${line + 1}: ${rule}. ${mend}`),
		...(nowhere ? [`A link leads to no heading of this text: #${nowhere[1] ?? ''}. Take it out.`] : []),
	];
}
