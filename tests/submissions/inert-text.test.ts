import { expect, test } from 'vitest';
import { inertBlock, inertLine } from '../../src/submissions/inert-text.ts';

test.each([
	['Proposed: Torino Social Impact', 'Proposed: Torino Social Impact'],
	['Proposed: Ferme d’Avenir (Île-de-France), “PTCE” & co.', 'Proposed: Ferme d’Avenir (Île-de-France), “PTCE” & co.'],
	['Proposed: Συστάδα Ελιάς', 'Proposed: Συστάδα Ελιάς'],
	['ask @octocat', 'ask octocat'],
	['closes #12', 'closes 12'],
	['fixes GH-12', 'fixes GH 12'],
	['see euclid/clusters#12', 'see euclid clusters 12'],
	['https://evil.example', 'https evil.example'],
	['www.evil.example', 'www evil.example'],
	['[a](b) **c** _d_ `e` ~f~ <b>', 'a (b) c d e f b'],
	[':smile:', 'smile:'],
	['one\nSubmission: two', 'one Submission: two'],
	['turned \u202e around\u0000', 'turned around'],
	['half \ud83c', 'half'],
	['of jane.doe@sender.example', 'of (an e-mail address)'],
])('a title %j becomes “%s”', (text, inert) => {
	expect(inertLine(text)).toBe(inert);
});

test('a title of a megabyte is shortened at once', () => {
	expect(inertLine('x'.repeat(1_000_000))).toBe(`${'x'.repeat(199)}…`);
});

test('every line of a note is code, with whatever a line can end', () => {
	expect(inertBlock(['One.', 'a\r\nb\rc\nd\u2028e', '```\n# f'])).toBe(
		'    One.\n\n    a\n    b c\n    d e\n\n    ```\n    # f',
	);
});

test('a long line of a note goes on below, its words whole', () => {
	expect(inertBlock([`${'x'.repeat(90)} ${'y'.repeat(10)} https://${'z'.repeat(120)}`])).toBe(
		`    ${'x'.repeat(90)}\n    ${'y'.repeat(10)}\n    https://${'z'.repeat(120)}`,
	);
});

test('a note has no e-mail address, not even in angle brackets or in another script', () => {
	expect(inertBlock(['<jane@a.example>, “info@δοκιμή.example”, a+b@c.example.'])).toBe(
		'    <(an e-mail address)>, “(an e-mail address)”, (an e-mail address).',
	);
});

test('a note stays readable, however much was sent', () => {
	expect(inertBlock(Array.from({ length: 10_000 }, () => 'x'.repeat(10_000))).length).toBeLessThan(10_000);
});
