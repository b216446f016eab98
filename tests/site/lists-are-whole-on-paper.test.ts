import { expect, test } from 'vitest';
import { realPages } from './pages.ts';

const lists = realPages().filter(({ path }) => /^\/clusters\/(?:country|theme|service)\/[^/]+\/$/.test(path));

test('paper has a row or a line for each profile of a list, or says where the rest is', () => {
	expect(lists.length).toBeGreaterThan(30);
	for (const { path, document } of lists) {
		const [clusters = 0, related = 0] = (document.querySelector('.sides h2')?.textContent.match(/\d+/g) ?? []).map(
			Number,
		);
		const rows = document.querySelectorAll('.profile-row').length;
		const lines = document.querySelectorAll('.others li').length;
		const left = Number(
			/(\d+) profiles? more/.exec(document.querySelector('.others > p')?.textContent ?? '')?.[1] ?? 0,
		);
		expect(rows + lines + left, path).toBe(clusters + related);
	}
});
