import { MODULE_ADDRESS } from './addresses.ts';

type PreviewModule = typeof import('./render-preview.ts');

/** The components of the pages as a module for the browser. The build makes it, and a bundler must not look for it. */
export const loadPreview = (): Promise<PreviewModule> =>
	// No compiler sees what lies at the address.
	import(/* @vite-ignore */ MODULE_ADDRESS) as Promise<PreviewModule>;
