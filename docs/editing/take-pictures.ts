// `npm run pictures`: takes the pictures of docs/editing.md anew, from the editor itself, so that they never go stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { outFolder } from '../../src/files/folders.ts';
import { allEntries, layDesk } from '../../tests/browser/edit/desk.ts';
import { answerQuestions } from '../../tests/browser/edit/questions.ts';
import { launchBrowser } from '../../tests/browser/launch-browser.ts';

const WIDTH = 1200;
const QUALITY = 0.8;
const folder = import.meta.dirname;

const desk = await layDesk(outFolder, 'git', {}, allEntries);
const editorAddress = `${desk.address}admin/`;
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
const page = await browser.newPage({ viewport: { width: WIDTH, height: 760 } });
const painter = await browser.newPage();
await answerQuestions(page);

/** Turns a PNG into WebP, which a browser can do and Node cannot. */
const toWebp = (png: Buffer): Promise<string> =>
	painter.evaluate(
		async ({ source, quality }) => {
			const image = new Image();
			image.src = source;
			await image.decode();
			const canvas = document.createElement('canvas');
			canvas.width = image.width;
			canvas.height = image.height;
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', quality).replace(/^.*,/, '');
		},
		{ source: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY },
	);

async function take(name: string, what: Page | Locator): Promise<void> {
	// Menus and messages slide in, and the preview follows after a pause.
	await page.waitForTimeout(1500);
	const png = await what.screenshot({ animations: 'disabled' });
	const file = join(folder, `${name}.webp`);
	const bytes = Buffer.from(await toWebp(png), 'base64');
	writeFileSync(file, bytes);
	console.log(`${file}: ${Math.ceil(bytes.length / 1000)} kB`);
}

async function open(path: string): Promise<void> {
	await page.goto(`${editorAddress}#/collections/site`);
	// The form before would be taken for this one.
	await page.locator('[class*="-EditorContainer"]').waitFor({ state: 'detached' });
	await page.goto(`${editorAddress}#/collections/${path}`);
	await page.getByLabel('Summary').first().waitFor();
}

/** A field with its label and hint. */
const field = (name: string) => page.locator(`div:has(> div > label[for^="${name}-field"])`).first();

/** Pastes a text with a table and a picture, as Word puts it into the clipboard. */
async function pasteFromWord(text: Locator): Promise<void> {
	const picture = readFileSync(join(folder, '../home.png')).toString('hex');
	const parts = {
		'text/html': `<p class="MsoNormal">The group met on 12 November and spoke about skills.</p>
			<p class="MsoNormal"><img src="file:///C:/Temp/image001.png"></p>
			<table><tr><td>Country</td><td>Clusters</td></tr><tr><td>France</td><td>60</td></tr></table>`,
		'text/rtf': `{\\rtf1{\\pict\\pngblip\n${picture}}}`,
	};
	await text.evaluate((field, given) => {
		const clipboardData = new DataTransfer();
		for (const [type, part] of Object.entries(given)) clipboardData.setData(type, part);
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, parts);
}

await page.goto(editorAddress);
await page.getByRole('button', { name: 'Login' }).waitFor();
await take('log-in', page);

await page.getByRole('button', { name: 'Login' }).click();
await page.getByRole('link', { name: 'Contents' }).click();
await page.getByText('ACT Group').first().waitFor();
await page.getByRole('button', { name: 'Filter by' }).click();
await take('list', page);

await open('clusters/new');
await page.getByLabel('Name').first().fill('Green Hands');
await page.getByRole('button', { name: 'Save', exact: true }).click();
await page.waitForURL(/green-hands/);
await page.getByRole('button', { name: 'Summary is missing.' }).waitFor();
await take('refused', page);

await open('updates/new');
await page.getByLabel('Title').first().fill('The group speaks about skills');
const words = page.locator('.text-field-words');
await words.click();
await pasteFromWord(words);
await page.getByLabel('What it shows').waitFor();
await take('pasted', page);

await open('clusters/entries/act-group');
await page
	.getByLabel('Summary')
	.first()
	.fill('Social enterprises in Čakovec, Croatia, that share funds and found others.');
await take('form', page);

await page.setViewportSize({ width: WIDTH, height: 1000 });
const sources = field('sources');
await sources
	.getByRole('button', { name: /^Fold or unfold/ })
	.first()
	.click();
await take('source', sources.locator('[class*="-SortableListItem"]').first());

const position = field('position');
await take('place', position);

const check = field('check');
await check.getByRole('button', { name: 'Checked today' }).click();
await take('checked', check);

await page.getByRole('button', { name: 'Save', exact: true }).click();
await page.getByRole('button', { name: /^Status/ }).waitFor();
await page.setViewportSize({ width: WIDTH, height: 560 });
await page.goto(`${editorAddress}#/start`);
await page.getByRole('link', { name: /^ACT Group/ }).waitFor();
await take('start', page);
await page.setViewportSize({ width: WIDTH, height: 780 });
await page.goto(`${editorAddress}#/workflow`);
await page.getByRole('heading', { name: 'ACT Group' }).waitFor();
await take('board', page);

await browser.close();
await server.close();
desk.close();
