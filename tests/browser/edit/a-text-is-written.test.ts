import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changedLines } from '../../files/real-files.ts';
import { useEditor } from './edit-session.ts';
import { openEntry, publish, SAVED } from './form.ts';

const session = useEditor();

const FILE = 'updates/2021-12-action-plan.md';
const pasted = readFileSync('tests/corpus/pastes/06-word-picture-and-headings.html', 'utf8');

test('an update is pasted from Word and gets a table and a link by keyboard, and what stood there stays', async () => {
	const { page } = session.editor;
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', ({ message }) => complaints.push(message));
	const before = session.read(FILE) ?? '';
	await openEntry(session.editor, 'updates', '2021-12-action-plan');
	const words = page.locator('.text-field-words');
	const { keyboard } = page;
	// The field hears a moment later of what the browser focused and selected: nobody is as fast as this test.
	const heard = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
	await words.focus();
	await page.locator('.text-field-words.ProseMirror-focused').waitFor();
	await heard();
	await keyboard.press('ControlOrMeta+End');
	await heard();
	await keyboard.press('Enter');
	await keyboard.type('12. Mai 2026');
	await keyboard.press('Enter');
	await words.evaluate((field, html) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', html);
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, pasted);
	await page.getByText('Pasted without 1 picture and 1 link').waitFor();
	await keyboard.press('Enter');
	await keyboard.press('Alt+F10');
	for (const tool of ['Undo', 'Table']) {
		while ((await page.locator(':focus').getAttribute('aria-label')) !== tool) {
			await keyboard.press(tool === 'Undo' ? 'ArrowRight' : 'ArrowLeft');
		}
	}
	await keyboard.press('Enter');
	for (const cell of ['Year', 'Members', 'Source', '2025', '12', 'a | b']) {
		await keyboard.type(cell);
		await keyboard.press('Tab');
	}
	await keyboard.press('ControlOrMeta+K');
	await keyboard.type('act gr');
	await page.getByRole('button', { name: 'ACT Group profile' }).click();
	expect(await publish(session.editor)).toBe(SAVED);
	const changed = changedLines(before, session.read(FILE) ?? '');
	expect(changed.filter((line) => line.length > 1)).toEqual([
		'+12\\. Mai 2026',
		'+## Clusters in 2026',
		'+Text beside.',
		'+## What changed',
		'+See the report.',
		'+### Detail',
		'+### More detail',
		'+| Year | Members | Source |',
		'+| --- | --- | --- |',
		'+| 2025 | 12 | a \\| b |',
		'+| [ACT Group](/clusters/act-group/) |  |  |',
	]);
	expect(complaints).toEqual([]);
});
