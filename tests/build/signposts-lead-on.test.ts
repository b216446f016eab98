import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { problemsOfSignposts } from '../../src/build/signposts-lead-on.ts';
import { formatProblem } from '../../src/files/problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'signposts-'));
afterEach(() => {
	rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), text);
}

test('a signpost to no page stops the build, with its file and line', () => {
	write('site/contact/index.html', '');
	write('site/index.html', '');
	write('content/signposts/a.yaml', 'title: Contact\naddress: /contact/\n');
	write('content/signposts/b.yaml', 'title: Home\naddress: "/"\n');
	write('content/signposts/c.yaml', 'title: North\ncountries: [DK]\n');
	write('content/signposts/d.yaml', 'title: No profile has it today\naddress: /clusters/theme/tourism/\n');
	write('content/signposts/e.yaml', 'title: Imprint\naddress: /imprint/\n');
	const problems = problemsOfSignposts(join(folder, 'site'), join(folder, 'content'));
	expect(problems.map(formatProblem)).toEqual([
		'signposts/e.yaml:2\n  Address (address) "/imprint/" is no page of this site.\n  → Copy the address from the page, from the first / after the host on.',
	]);
});
