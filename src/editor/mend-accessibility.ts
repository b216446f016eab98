/** Something that Decap leaves undone for keyboards and screen readers. */
interface Mend {
	/** What it mends. */
	mends: string;
	/** Where: names of Decap’s components, roles and what else stays between versions. The axe tests tell if not. */
	where: string;
	mend: (element: HTMLElement) => void;
}

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

const inItem = (name: (item: string) => string) => (element: HTMLElement) => {
	const item = element.closest('[class*="-SortableListItem"]');
	if (item) set(element, 'aria-label', name(itemName(item)));
};

const landmark = (role: string, label?: string) => (element: HTMLElement) => {
	set(element, 'role', role);
	if (label) set(element, 'aria-label', label);
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

const mends: Mend[] = [
	{
		mends: 'the mark at the end of a list at which the next rows are loaded',
		where: 'ul[class*="-CardsGrid"] > span',
		mend: (mark) => {
			set(mark, 'aria-hidden', 'true');
		},
	},
	{
		mends: 'the log-in lies in no landmark',
		where: '[class*="-StyledAuthenticationPage"]',
		mend: landmark('region', 'Log in'),
	},
	{ mends: 'messages lie in no landmark', where: '.Toastify', mend: landmark('region', 'Messages') },
	{
		mends: 'the bar of the form lies in no landmark',
		where: '[class*="-EditorContainer"] > [class*="-ToolbarContainer"]',
		mend: landmark('region', 'This entry'),
	},
	{ mends: 'the form lies in no landmark', where: '[class*="-EditorContainer"] > :last-child', mend: landmark('main') },
	{ mends: 'the board lies in no landmark', where: '[class*="-WorkflowContainer"]', mend: landmark('main') },
	{
		mends: 'the form has no heading',
		where: '[class*="-BackCollection"]',
		mend: (element) => {
			set(element, 'role', 'heading');
			set(element, 'aria-level', '1');
		},
	},
	{
		mends: 'dialogs have no name',
		where: '[role="dialog"]',
		mend: (element) => {
			set(element, 'aria-label', textOf(element.querySelector('h1')) || 'Dialog');
		},
	},
	{ mends: 'fields are not tied to their hint and to what is wrong', where: FIELD, mend: describe },
	{
		mends: 'the button that folds an item has no name',
		where: '[class*="-StyledListItemTopBar"] > button:first-child',
		mend: inItem((item) => `Fold or unfold ${item}`),
	},
	{
		mends: 'the handle of an item has no name',
		where: '[aria-roledescription="sortable"]',
		mend: inItem((item) => `Move ${item}`),
	},
	{
		mends: 'the button that removes an item has no name',
		where: '[class*="-StyledListItemTopBar"] > button:last-child:not(:first-child)',
		mend: inItem((item) => `Remove ${item}`),
	},
	{
		mends: 'the switch between rich text and Markdown has no name, and first no state',
		where: '[class*="-ToolbarToggle"] > [role="switch"]',
		mend: (element) => {
			set(element, 'aria-label', 'Markdown');
			if (!element.hasAttribute('aria-checked')) set(element, 'aria-checked', 'false');
		},
	},
	{
		mends: 'the button for headings lies in another button',
		where: '[role="button"][aria-haspopup] > button',
		mend: (element) => {
			if (element.parentElement) set(element.parentElement, 'aria-label', element.title);
			element.inert = true;
		},
	},
	{ mends: 'a list stands between a menu and its items', where: '[role="menu"] > ul', mend: landmark('none') },
	{
		mends: 'the boxes in the menu of filters have no name, and their items no state',
		where: '[role^="menuitem"]:has(> input[type="checkbox"])',
		mend: (element) => {
			const box = element.querySelector('input');
			if (!box) return;
			set(element, 'role', 'menuitemcheckbox');
			set(element, 'aria-checked', String(box.checked));
			box.inert = true;
		},
	},
];

function mendAll(): void {
	for (const { where, mend } of mends)
		for (const element of document.querySelectorAll<HTMLElement>(where)) mend(element);
}

/** Mends what Decap leaves undone for keyboards and screen readers, now and whenever the page changes. */
export function mendAccessibility(): void {
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
