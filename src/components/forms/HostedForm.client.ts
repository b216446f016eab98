import { one } from '../dom.client.ts';
import { onReach } from '../reach.client.ts';

// What script changes in a hosted form is there from the beginning, so that nothing moves later; what helps with it
// comes once somebody reaches for it, or with an address that holds a draft.

/** A form that the browser alone would send asks for a reference; script makes one. */
const reference = document.querySelector<HTMLElement>('[data-hosted-form] [data-row="reference"]');
if (reference) reference.hidden = true;
for (const part of one('[data-hosted-form]').querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
onReach('[data-hosted-form]', () => import('./form-help.client.ts'), location.search + location.hash !== '');
