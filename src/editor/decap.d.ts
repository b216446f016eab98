// Decap’s parts come without types; these are the few shapes that the editor relies on.
declare module 'decap-cms-backend-*' {
	type Backend = new (config: unknown, options?: unknown) => import('./decap-backend.ts').DecapBackend;
	export const ProxyBackend: Backend;
	export const GitHubBackend: Backend;
	export const GitLabBackend: Backend;
	export const GiteaBackend: Backend;
}
declare module 'decap-cms-widget-*' {
	const part: { Widget: () => import('./widgets.ts').DecapWidget };
	export default part;
}
declare module 'decap-cms-lib-util' {
	export const CURSOR_COMPATIBILITY_SYMBOL: unique symbol;
	export const Cursor: { create: (parts: object) => unknown };
}
declare module 'decap-cms-locales' {
	/** Phrases by the place where they are used. */
	export interface Phrases {
		[place: string]: string | Phrases;
	}
	export const en: Phrases;
}
