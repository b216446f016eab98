import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STAND_IN_ADDRESS } from '../../forms/form-receivers.ts';
import { once } from '../../model/once.ts';
import { HONEYPOT_ATTRIBUTES } from '../../schemas/honeypot.ts';
import { FORM_NAME_FIELD } from '../../schemas/sender.ts';

/** A form in a page that the host receives. */
export interface PageForm {
	name: string;
	/** The names of its fields, its honeypot and the field with its own name among them. */
	fields: ReadonlySet<string>;
	/** The name of its honeypot. */
	honeypot?: string;
}

/** Finds a form by its name, among those that pages have. */
export type FindForm = (name: string) => PageForm | undefined;

/** A form, from its first tag to its last. Forms do not lie in one another. */
const FORM = /<form\b(?:[^>"']|"[^"]*"|'[^']*')*>[\s\S]*?<\/form\s*>/gi;
const FIELDS = 'input[name], textarea[name], select[name]';
const WITHOUT_VALUE = new Set(['submit', 'reset', 'button', 'image']);

const PAGES_AT_ONCE = 100;

async function readForm(markup: string): Promise<PageForm | undefined> {
	// Takes some 0.2 s to load, and few starts receive anything.
	const { parseHTML } = await import('linkedom');
	const form = parseHTML(markup).document.querySelector('form');
	const isHosted = form?.matches(`[data-netlify="true"], [netlify], [action="${STAND_IN_ADDRESS}"]`);
	const name = form?.getAttribute('name');
	if (!form || !isHosted || !name) return undefined;
	const honeypot = HONEYPOT_ATTRIBUTES.map((name) => form.getAttribute(name)).find((name) => name !== null);
	const fields = [...form.querySelectorAll(FIELDS)].filter(
		(field) => !WITHOUT_VALUE.has(field.getAttribute('type')?.toLowerCase() ?? ''),
	);
	return {
		name,
		fields: new Set([FORM_NAME_FIELD, ...fields.map((field) => field.getAttribute('name') ?? '')]),
		...(honeypot ? { honeypot } : {}),
	};
}

/** Collects forms page by page. The same form in many pages is read once. */
function collectForms() {
	const seen = new Set<string>();
	const forms = new Map<string, PageForm>();
	const add = async (html: string): Promise<void> => {
		for (const [markup] of html.matchAll(FORM)) {
			if (seen.has(markup)) continue;
			seen.add(markup);
			const form = await readForm(markup);
			if (!form) continue;
			const fields = new Set([...(forms.get(form.name)?.fields ?? []), ...form.fields]);
			forms.set(form.name, { ...form, fields });
		}
	};
	return { forms, add };
}

/** The forms of one page. */
export async function formsInPage(html: string): Promise<FindForm> {
	const { forms, add } = collectForms();
	await add(html);
	return (name) => forms.get(name);
}

async function readFolder(folder: string): Promise<FindForm> {
	const { forms, add } = collectForms();
	const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
		.map((entry) => join(entry.parentPath, entry.name));
	for (let start = 0; start < pages.length; start += PAGES_AT_ONCE) {
		const files = await Promise.all(pages.slice(start, start + PAGES_AT_ONCE).map((page) => readFile(page)));
		// Most pages have no form of ours, and need not be read as text.
		for (const file of files) {
			if (file.includes('netlify') || file.includes(STAND_IN_ADDRESS)) await add(file.toString('utf8'));
		}
	}
	return (name) => forms.get(name);
}

/** The forms of a built site, as the host finds them when it is deployed: read once, and again after a build. */
export function formsInFolder(folder: string): () => Promise<FindForm> {
	const forms = once(() => readFolder(folder));
	let builtAt = Number.NaN;
	return () => {
		const { mtimeMs } = statSync(join(folder, 'index.html'));
		if (mtimeMs !== builtAt) forms.forget();
		builtAt = mtimeMs;
		return forms();
	};
}
