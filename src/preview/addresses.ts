/** Where the module lies that renders previews in the browser. */
export const MODULE_ADDRESS = '/admin/preview.js';
/** Where the CSS of previews lies. */
export const STYLES_ADDRESS = '/admin/preview.css';
/** Where lies what previews show of the rest of the site. */
export const SITE_ADDRESS = '/admin/preview-site.json';
