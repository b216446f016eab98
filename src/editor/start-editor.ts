// First: before any schema is used.
import '../schemas/jitless.ts';
import { DecapCmsCore, type CmsEventListener, type CmsWidgetParam, type InitOptions } from 'decap-cms-core';
import { en } from 'decap-cms-locales';
import { brusselsToday } from '../formats/brussels-days.ts';
import { collectionNames, collectionOf, extensionOf } from '../schemas/collections.ts';
import { afterPublishing, afterSaving } from './after-saving.ts';
import { backends } from './backends.ts';
import { beforeSaving } from './before-saving.ts';
import { answerPublished } from './confirm-publishing.ts';
import { formatOf, toConfig, type Place } from './config.ts';
import { entryFormat } from './entry-format.ts';
import type { EntryEvent } from './entry-values.ts';
import type { FieldsReader } from './lists.ts';
import { findLocalBackEnd, LOCAL_BACK_END } from './local-back-end.ts';
import { mendAccessibility } from './mend-accessibility.ts';
import { PagePreview } from './page-preview.ts';
import { inOurWords } from './phrases.ts';
import type { Surroundings } from './warnings.ts';
import { widgets, type DecapWidget } from './widgets.ts';

/** What the page knows from its build: the back end that was chosen, the address of the site, the review periods. */
type Settings = Pick<Place, 'backend' | 'siteUrl'> & Surroundings['periods'];

/** What Decap tells listeners, with what we have it add. */
type Told = Parameters<CmsEventListener['handler']>[0] & EntryEvent;

/** What Decap takes of us: its own types have the properties of a control for the control, and know no fields and mends of ours. */
interface Cms extends Omit<typeof DecapCmsCore, 'registerWidget' | 'registerEventListener' | 'init'> {
	registerWidget(widget: DecapWidget | CmsWidgetParam | string): void;
	registerEventListener(listener: Pick<CmsEventListener, 'name'> & { handler(event: Told): unknown }): void;
	init(options?: InitOptions | { config: object }): void;
}

const CMS: Cms = DecapCmsCore;

/** Says above the log-in why drafts cannot be kept now. */
function sayWhyNot(problem: string): void {
	const note = document.querySelector<HTMLElement>('.not-now');
	if (!note) return;
	note.textContent = `Nothing can be saved now. ${problem} Then reload this page.`;
	note.hidden = false;
}

/** Another entry typed into the address bar: Decap would keep the fields of the one before. */
function startAnewForAnotherEntry({ oldURL, newURL }: HashChangeEvent): void {
	const [before, after] = [oldURL, newURL].map((url) => /#\/collections\/([^/]+)\/entries\/(.+)$/.exec(url));
	if (before && after && (before[1] !== after[1] || before[2] !== after[2])) location.reload();
}

/** While developing, a save has every page load anew; the form that saved is as new as that, and keeps its place. */
function stayThroughSaves(): void {
	import.meta.hot?.on('vite:beforeFullReload', (payload) => {
		// Vite leaves pages alone that are not the one that is named.
		if (document.querySelector('[class*="-EditorContainer"]')) payload.path = '/no-page.html';
	});
}

async function start(): Promise<void> {
	// EditorPage.astro of the same build wrote it.
	const settings = JSON.parse(document.body.dataset['settings'] ?? '{}') as Settings;
	const local = await findLocalBackEnd();
	const fieldsOfText: FieldsReader = (collection, text) => entryFormat(collection, settings).fromFile(text);
	for (const [name, backend] of Object.entries(backends(fieldsOfText))) CMS.registerBackend(name, backend);
	for (const widget of widgets()) CMS.registerWidget(widget);
	CMS.registerLocale('en', inOurWords(en));
	for (const name of collectionNames) {
		// Decap asks for the one entry of a collection by its own name.
		CMS.registerPreviewTemplate(collectionOf(name).onlySlug ?? name, PagePreview);
		CMS.registerCustomFormat(formatOf(name), extensionOf(name), entryFormat(name, settings));
	}
	const hasWorkflow = local ? local.mode === 'git' : settings.backend.name !== 'gitea';
	CMS.registerEventListener({ name: 'preSave', handler: beforeSaving(settings, hasWorkflow) });
	CMS.registerEventListener({ name: 'postSave', handler: afterSaving(hasWorkflow) });
	CMS.registerEventListener({ name: 'postPublish', handler: answerPublished });
	CMS.registerEventListener({ name: 'postPublish', handler: afterPublishing });
	const config = toConfig({
		backend: local
			? { name: 'proxy', proxy_url: LOCAL_BACK_END, ...(local.branch ? { branch: local.branch } : {}) }
			: settings.backend,
		siteUrl: local ? location.origin : settings.siteUrl,
		hasWorkflow,
		today: brusselsToday(),
	});
	if (local?.problem !== undefined) sayWhyNot(local.problem);
	addEventListener('hashchange', startAnewForAnotherEntry);
	mendAccessibility();
	stayThroughSaves();
	CMS.init({ config });
}

void start();
