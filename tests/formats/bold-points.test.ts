import { expect, test } from 'vitest';
import { boldPoints } from '../../src/formats/bold-points.ts';
import { renderMarkdown } from '../../src/formats/markdown.ts';

test.each([
	['a list of which each point begins in bold', '- **One.** It is.\n- **Two.** It is [too](/two/).', ['One.', 'Two.']],
	['as many of it as are asked for', '- **One.**\n- **Two.**\n- **Three.**', ['One.', 'Two.']],
	['not the list before it', '- A step\n- **Bold** step\n\nText\n\n- **One.** It is.', ['One.']],
	['the longest of several', '- **No.**\n\nText\n\n- **One.**\n- **Two.**\n\nText\n\n- **No.**', ['One.', 'Two.']],
	['nothing where there is no list', '**One.** It is.', []],
])('what a text says in brief is %s', (_description, markdown, beginnings) => {
	const points = boldPoints(renderMarkdown(markdown, () => undefined).html, 2);
	expect(points.map((point) => /^<li><strong>(.*?)<\/strong>/.exec(point)?.[1])).toEqual(beginnings);
});
