/** Told to the document whenever another choice is shown. */
export const CHOICE_EVENT = 'choice-shown';

/** Told to the document whenever something was drawn that can be chosen, or that leads on with what is chosen. */
export const DRAWN_EVENT = 'drawn';

/** Tells whoever shows the choice that something was drawn. */
export function tellDrawn(): void {
	document.dispatchEvent(new Event(DRAWN_EVENT));
}
