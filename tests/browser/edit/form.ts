import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { toConfig } from '../../../src/editor/config.ts';
import type { FormField } from '../../../src/editor/form-fields.ts';
import type { Fields } from '../../../src/files/values.ts';
import { collections, type Collection, type CollectionName } from '../../../src/schemas/collections.ts';
import { answerQuestions } from './questions.ts';

/** A page of the editor on which somebody is logged in. */
export interface Editor {
	page: Page;
	/** Address of the editor. */
	address: string;
}

/** A sentence that stands beside a field, with the labels that lead to the field. */
export interface FieldSentence {
	labels: string[];
	sentence: string;
}

const { collections: forms } = toConfig({ backend: { name: 'proxy' }, siteUrl: '', hasWorkflow: false });

/** The fields of the form of a collection, as the editor gets them. */
export function formFieldsOf(collection: CollectionName): FormField[] {
	const form = forms.find(({ name }) => name === collection) as {
		fields?: FormField[];
		files?: { fields: FormField[] }[];
	};
	return form.fields ?? form.files?.[0]?.fields ?? [];
}

/** What Decap puts around each field, with its label and what is wrong with it. */
const AROUND_FIELD = '[aria-label$=" field"]:has(label)';

/** Opens the editor and logs in at the back end of this machine. */
export async function logIn(page: Page, siteAddress: string): Promise<Editor> {
	const address = `${siteAddress}admin/`;
	// Leave what was typed, and take up no rest of an earlier try.
	await answerQuestions(page, 'Your browser kept');
	// The preview takes as much time as the form, and others look after it.
	await page.addInitScript(() => {
		localStorage.setItem('cms.right-pane', 'none');
	});
	await page.goto(`${address}#/collections/clusters`);
	await page.getByRole('button', { name: 'Login' }).click();
	await page.getByRole('heading', { name: 'Collections' }).waitFor();
	return { page, address };
}

/** Waits until the editor shows a list or a form: what it is asked for before that, as it loads, it may not hear. */
const listens = (page: Page): Promise<void> =>
	page.getByRole('heading', { name: 'Collections' }).or(page.locator(AROUND_FIELD)).first().waitFor();

async function open({ page, address }: Editor, path: string): Promise<void> {
	await listens(page);
	// The list between two forms takes the first one away.
	await page.goto(`${address}#/collections/site`);
	await page.getByRole('button', { name: 'Publish', exact: true }).waitFor({ state: 'detached' });
	await page.goto(`${address}#/collections/${path}`);
	await page.locator(AROUND_FIELD).first().waitFor();
}

/** Opens the empty form of a collection. */
export const openNew = (editor: Editor, collection: CollectionName): Promise<void> => open(editor, `${collection}/new`);

/** Opens an entry in its form. */
export const openEntry = (editor: Editor, collection: CollectionName, slug: string): Promise<void> =>
	open(editor, `${collection}/entries/${slug}`);

/** Ids of the fields that stand in a part of the form and in no group of it, by name. */
const idsIn = (part: Locator): Promise<Record<string, string>> =>
	part.evaluate((root, around) => {
		const holder = root.closest(around);
		const fields = [...root.querySelectorAll(around)].filter(
			(field) => (field.parentElement?.closest(around) ?? null) === holder,
		);
		return Object.fromEntries(
			fields.map((field) => {
				const id = field.querySelector('label')?.htmlFor ?? '';
				return [id.replace(/-field-\d+$/, ''), id];
			}),
		);
	}, AROUND_FIELD);

const byId = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

/** What stands around the field with this id. */
const aroundId = (page: Page, id: string): Locator =>
	page
		.locator(AROUND_FIELD)
		.filter({ has: page.locator(`label[for="${id}"]`) })
		.last();

/** Unfolds what the form shows at its end, seldom needed, if there is any. */
async function unfoldRare(page: Page): Promise<void> {
	const folded = page.locator('.rare-fields:not([open]) > summary');
	if ((await folded.count()) > 0) await folded.click();
}

/** The field of the address, unfolded. */
export async function addressIn(page: Page): Promise<Locator> {
	await page.locator('.rare-fields').waitFor();
	await unfoldRare(page);
	return page.locator('input[id^="$slug-field"]');
}

async function unfold(group: Locator): Promise<void> {
	const button = group.getByTestId('expand-button').first();
	if ((await button.getAttribute('aria-label')) === 'Expand') await button.click();
}

async function choose(page: Page, id: string, label: string): Promise<void> {
	// Also what the list of options shows in parts, being long, is there once it is asked for.
	await byId(page, id).fill(label);
	await page.getByRole('option', { name: label, exact: true }).first().click();
}

async function clearChoice(page: Page, id: string): Promise<void> {
	const around = aroundId(page, id);
	const input = byId(page, id);
	for (let chosen = await around.getByLabel(/^Remove /).count(); chosen > 0; chosen--) await input.press('Backspace');
	await input.press('Backspace');
}

const titles = new Map<string, string>();

/** The name of an entry, as relations show it: from the index that the build made. */
async function titleOf({ page, address }: Editor, collection: string, slug: string): Promise<string> {
	const key = `${collection}/${slug}`;
	if (!titles.has(key)) {
		const answer = await page.request.get(`${address}entries.json`);
		const index = (await answer.json()) as Record<string, [slug: string, title: string][]>;
		for (const [name, entries] of Object.entries(index)) {
			for (const [id, title] of entries) titles.set(`${name}/${id}`, title);
		}
	}
	return titles.get(key) ?? slug;
}

async function fillBody(page: Page, id: string, text: string): Promise<void> {
	const around = aroundId(page, id);
	const mode = around.getByRole('button', { name: 'Markdown', exact: true });
	if ((await mode.getAttribute('aria-pressed')) !== 'true') await mode.click();
	await around.getByRole('textbox').fill(text);
}

/** Uploads a picture from the disk through the dialog, or chooses one that is there. */
async function choosePicture(page: Page, id: string, file: string): Promise<void> {
	await aroundId(page, id)
		.getByRole('button', { name: /^Choose/ })
		.click();
	// What was uploaded is selected by that.
	if (file.includes('/')) await page.locator('input[type="file"]').setInputFiles(file);
	else await page.getByText(file, { exact: true }).last().click();
	await page.getByRole('button', { name: 'Choose selected' }).click();
	await page.getByRole('button', { name: 'Choose selected' }).waitFor({ state: 'detached' });
}

/** Closes the media window, and waits until it is gone: what it is given while it goes is lost. */
export async function closeMedia(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Close' }).last().click();
	await page.locator('input[type="file"]').waitFor({ state: 'detached' });
}

/** Uploads a picture from the disk among all others, as for a text that names it. */
export async function uploadPicture({ page, address }: Editor, file: string): Promise<void> {
	await listens(page);
	await page.goto(`${address}#/collections/site`);
	await page.getByRole('button', { name: 'Media', exact: true }).click();
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.getByText(basename(file), { exact: true }).last().waitFor();
	await closeMedia(page);
}

const itemsOf = (page: Page, id: string): Locator =>
	byId(page, id).locator('xpath=./*[2]/*[not(starts-with(@id, "Dnd"))]');

async function removeItems(page: Page, id: string): Promise<void> {
	const items = itemsOf(page, id);
	for (let left = await items.count(); left > 0; left--) {
		await items.last().locator('xpath=./div[1]/button[last()]').click();
		await items.nth(left - 1).waitFor({ state: 'detached' });
	}
}

async function fillList(editor: Editor, id: string, field: FormField, values: unknown[]): Promise<void> {
	const { page } = editor;
	await removeItems(page, id);
	const items = itemsOf(page, id);
	const add = byId(page, id).getByRole('button', { name: /^Add / }).first();
	for (const [index, value] of values.entries()) {
		await add.click();
		const kind = field.types?.find(({ name }) => name === (value as Fields)[String(field['typeKey'])]);
		if (kind) await page.getByRole('menuitem', { name: kind.label, exact: true }).click();
		const item = items.nth(index);
		await item.waitFor();
		await fillPart(
			editor,
			item,
			field.field ? [field.field] : (kind?.fields ?? field.fields ?? []),
			field.field ? { item: value } : (value as Fields),
		);
	}
}

async function fillField(editor: Editor, id: string, field: FormField, value: unknown): Promise<void> {
	const { page } = editor;
	const values = Array.isArray(value) ? (value as unknown[]) : [value];
	switch (field.widget) {
		case 'string':
		case 'text':
		case 'number':
		case 'datetime':
		case 'slug':
			await byId(page, id).fill(String(value));
			return;
		case 'boolean': {
			const toggle = byId(page, id);
			if ((await toggle.getAttribute('aria-checked')) !== String(value)) await toggle.click();
			return;
		}
		case 'select': {
			const options = field['options'] as { value: string; label: string }[];
			if (field['multiple']) await clearChoice(page, id);
			for (const item of values) {
				await choose(page, id, options.find((option) => option.value === item)?.label ?? String(item));
			}
			return;
		}
		case 'entry':
			if (field['multiple']) await clearChoice(page, id);
			for (const slug of values)
				await choose(page, id, await titleOf(editor, String(field['collection']), String(slug)));
			return;
		case 'markdown':
			await fillBody(page, id, String(value));
			return;
		case 'picture':
			await choosePicture(page, id, String(value));
			return;
		case 'list':
			await fillList(editor, id, field, values);
			return;
		case 'object':
		case 'place':
		case 'check':
			await unfold(byId(page, id));
			await fillPart(editor, byId(page, id), field.fields ?? [], value as Fields);
			return;
		default:
			throw new Error(`The driver cannot fill in the widget ${field.widget} of “${field.label}”.`);
	}
}

async function fillPart(editor: Editor, part: Locator, fields: readonly FormField[], data: Fields): Promise<void> {
	const ids = await idsIn(part);
	for (const field of fields) {
		const value = data[field.name];
		if (value === undefined || field.widget === 'hidden') continue;
		const id = ids[field.name];
		if (!id) throw new Error(`The form shows no field “${field.label}” (${field.name}).`);
		await fillField(editor, id, field, value);
	}
}

/** The part of the page that holds the form. */
const wholeForm = ({ page }: Editor): Locator => page.locator('#nc-root');

/** Fills in fields of the form that is open; others stay as they are. A list becomes the one given. */
export async function fill(editor: Editor, collection: CollectionName, data: Fields): Promise<void> {
	await unfoldRare(editor.page);
	await fillPart(editor, wholeForm(editor), formFieldsOf(collection), data);
}

async function clearField(editor: Editor, id: string, field: FormField): Promise<void> {
	const { page } = editor;
	switch (field.widget) {
		case 'select':
		case 'entry':
			await clearChoice(page, id);
			return;
		case 'list':
			await removeItems(page, id);
			return;
		case 'markdown':
			await fillBody(page, id, '');
			return;
		case 'picture':
			await aroundId(page, id)
				.getByRole('button', { name: /^Remove/ })
				.click();
			return;
		case 'object':
		case 'place':
		case 'check': {
			await unfold(byId(page, id));
			const ids = await idsIn(byId(page, id));
			for (const inner of field.fields ?? []) await clearField(editor, ids[inner.name] ?? '', inner);
			return;
		}
		default:
			await byId(page, id).fill('');
	}
}

/** Clears fields of the form that is open, by hand as an editor does; a group field by field. */
export async function clear(editor: Editor, collection: CollectionName, names: readonly string[]): Promise<void> {
	await unfoldRare(editor.page);
	const ids = await idsIn(wholeForm(editor));
	for (const field of formFieldsOf(collection).filter(({ name }) => names.includes(name))) {
		await clearField(editor, ids[field.name] ?? '', field);
	}
}

/** What the editor says when an entry is saved. */
export const SAVED = 'Entry saved';

/** Publishes what the form holds, and returns what the editor then says. */
export async function publish({ page }: Editor): Promise<string> {
	const messages = page.locator('.Toastify__toast');
	const before = await messages.evaluateAll((all) => all.map(({ id }) => id));
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Publish now' }).click();
	const found = await page.waitForFunction(
		([known, around]) => {
			const shown = [...document.querySelectorAll('.Toastify__toast')].find(({ id }) => !known.includes(id));
			// Of what is wrong Decap says nothing but the sentence beside the field.
			return shown?.textContent ?? document.querySelector(`${around} > :first-child li`)?.textContent;
		},
		[before, AROUND_FIELD] as const,
	);
	const message = String(await found.jsonValue());
	// After the message a new entry goes to its own address, and nobody may be ahead of that.
	if (message === SAVED) {
		await page.getByRole('button', { name: 'Published', exact: true }).waitFor();
		await page.waitForURL(/\/entries\//);
	}
	return message;
}

/** The sentences that stand beside fields, from the top of the form down. */
export const sentencesIn = (editor: Editor): Promise<FieldSentence[]> =>
	wholeForm(editor).evaluate((root, around) => {
		const labelOf = (field: Element) => field.querySelector('label')?.firstChild?.textContent?.trim() ?? '';
		return [...root.querySelectorAll(around)].flatMap((field) => {
			const sentences = [...(field.firstElementChild?.querySelectorAll('li') ?? [])];
			const labels: string[] = [];
			for (let each: Element | null | undefined = field; each; each = each.parentElement?.closest(around)) {
				labels.unshift(labelOf(each));
			}
			return sentences.map(({ textContent }) => ({ labels, sentence: textContent }));
		});
	}, AROUND_FIELD);

/** Deletes the entry whose form is open. */
export async function deleteEntry({ page }: Editor): Promise<void> {
	await page.getByRole('button', { name: 'Delete entry' }).click();
	await page.getByRole('button', { name: 'Delete entry' }).waitFor({ state: 'detached' });
}

/** The field that names an entry of a collection. */
export const titleFieldOf = (collection: CollectionName): string =>
	(collections[collection] as Collection).titleField ?? 'title';
