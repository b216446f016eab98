import { loadSite } from './load.ts';

/** The one path of a page about GECES; none where the settings say that the site has no such pages. */
export const gecesPaths = async () => ((await loadSite()).settings.geces ? [{ params: { page: undefined } }] : []);
