/** What Decap puts around a field, its label and what belongs to it. */
const FIELD = '[class*="-ControlContainer"]';

/** Changes an attribute if it differs: each change is seen again. */
function set(element: Element, attribute: string, value: string): void {
	if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

const textOf = (element: Element | null): string => element?.textContent.trim() ?? '';

let lastId = 0;

/** The id of an element; one without gets one. */
function idOf(element: Element): string {
	if (!element.id) element.id = `mended-${++lastId}`;
	return element.id;
}

/** The name of an item in a list: its summary, or its number. */
function itemName(item: Element): string {
	const number = [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
	return textOf(item.querySelector(':scope > [class*="-NestedObjectLabel"]')) || `item ${number}`;
}

type Mend = (element: HTMLElement) => void;

const inItem =
	(name: (item: string) => string): Mend =>
	(element) => {
		const item = element.closest('[class*="-SortableListItem"]');
		if (item) set(element, 'aria-label', name(itemName(item)));
	};

const give =
	(attributes: Record<string, string>): Mend =>
	(element) => {
		for (const [name, value] of Object.entries(attributes)) set(element, name, value);
	};

/** Ties a control to its label, its hint and what is wrong with it. */
function describe(field: HTMLElement): void {
	const parts = (selector: string) => field.querySelector(`:scope > ${selector}`);
	const label = field.querySelector<HTMLLabelElement>(':scope > [class*="-ControlTopbar"] > label');
	const errors = field.querySelector(':scope > [class*="-ControlTopbar"] > [class*="-ControlErrorsList"]');
	if (!label) return;
	const named = document.getElementById(label.htmlFor);
	const control = named?.matches('input, textarea, [role]') ? named : field.querySelector('[role="textbox"]');
	const described = control && field.contains(control) && control.closest(FIELD) === field ? control : named;
	if (!described) return;
	// A group or list is a plain element, and the label of a plain element names nothing.
	if (described === named && !described.matches('input, textarea, button, [role]:not([role="group"])')) {
		set(described, 'role', 'group');
	}
	if (!described.matches('input, textarea')) set(described, 'aria-labelledby', idOf(label));
	const about = [errors, parts('[class*="-ControlHint"]')].filter((part) => part !== null);
	if (about.length > 0) set(described, 'aria-describedby', about.map(idOf).join(' '));
	else described.removeAttribute('aria-describedby');
	if (described.matches('[role="group"], [role="switch"]')) return;
	if (errors) set(described, 'aria-invalid', 'true');
	else described.removeAttribute('aria-invalid');
}

/**
 * What Decap leaves undone, by where: names of its components, roles and what else stays between versions. The axe
 * tests tell if not.
 */
const mends: Record<string, Mend> = {
	// The mark at the end of a list at which the next rows are loaded.
	'ul[class*="-CardsGrid"] > span': give({ 'aria-hidden': 'true' }),
	// What lies in no landmark: the log-in, messages, the bar of the form, the form, the board.
	'[class*="-StyledAuthenticationPage"]': give({ role: 'region', 'aria-label': 'Log in' }),
	'.Toastify': give({ role: 'region', 'aria-label': 'Messages' }),
	'[class*="-EditorContainer"] > [class*="-ToolbarContainer"]': give({ role: 'region', 'aria-label': 'This entry' }),
	'[class*="-EditorContainer"] > :last-child': give({ role: 'main' }),
	'[class*="-WorkflowContainer"]': give({ role: 'main' }),
	// The form has no heading.
	'[class*="-BackCollection"]': give({ role: 'heading', 'aria-level': '1' }),
	// Dialogs have no name.
	'[role="dialog"]': (dialog) => {
		set(dialog, 'aria-label', textOf(dialog.querySelector('h1')) || 'Dialog');
	},
	// A picture can be chosen by mouse alone; its name stands below it.
	'[role="dialog"] [class*="-Card "]': give({ role: 'button', tabindex: '0' }),
	'[role="dialog"] img[class*="-CardImage"]': give({ alt: '' }),
	// Fields are not tied to their hint and to what is wrong.
	[FIELD]: describe,
	// The buttons that fold and remove an item, and its handle, have no names.
	'[class*="-StyledListItemTopBar"] > button:first-child': inItem((item) => `Fold or unfold ${item}`),
	'[aria-roledescription="sortable"]': inItem((item) => `Move ${item}`),
	'[class*="-StyledListItemTopBar"] > button:last-child:not(:first-child)': inItem((item) => `Remove ${item}`),
	// Decap calls the field of a date by its name in the file.
	'[data-testid="now-button"]': (button) => {
		const label = textOf(button.closest(FIELD)?.querySelector('label') ?? null).replace(/ \(optional\)$/, '');
		set(button, 'aria-label', `${label}: today`);
	},
	// A list stands between a menu and its items.
	'[role="menu"] > ul': give({ role: 'none' }),
	// The boxes in the menu of filters have no name, and their items no state.
	'[role^="menuitem"]:has(> input[type="checkbox"])': (item) => {
		const box = item.querySelector('input');
		if (!box) return;
		give({ role: 'menuitemcheckbox', 'aria-checked': String(box.checked) })(item);
		box.inert = true;
	},
};

function mendAll(): void {
	for (const [where, mend] of Object.entries(mends))
		for (const element of document.querySelectorAll<HTMLElement>(where)) mend(element);
}

/** Chooses a picture by the keys that press buttons. */
function pressPicture(event: KeyboardEvent): void {
	const { target, key } = event;
	if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement)) return;
	if (!target.matches('[role="dialog"] [class*="-Card "][role="button"]')) return;
	event.preventDefault();
	target.click();
}

/** Unfolds an item of a list by its name too, not by the small arrow alone. */
function unfoldByName({ target }: MouseEvent): void {
	if (!(target instanceof Element) || !target.matches('[class*="-NestedObjectLabel"]')) return;
	target.parentElement
		?.querySelector<HTMLElement>(':scope > [class*="-StyledListItemTopBar"] > button:first-child')
		?.click();
}

/** Mends what Decap leaves undone for keyboards and screen readers, whenever the page changes. */
export function mendAccessibility(): void {
	addEventListener('keydown', pressPicture);
	addEventListener('click', unfoldByName);
	let isPlanned = false;
	new MutationObserver(() => {
		if (isPlanned) return;
		isPlanned = true;
		requestAnimationFrame(() => {
			isPlanned = false;
			mendAll();
		});
	}).observe(document.body, {
		subtree: true,
		childList: true,
		characterData: true,
		// Decap marks what is chosen in a menu by a class alone.
		attributeFilter: ['class'],
	});
}
