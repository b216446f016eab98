type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: Element): target is Control =>
	target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

const isFilledIn = (control: Control): boolean =>
	(control instanceof HTMLInputElement && control.checked !== control.defaultChecked) ||
	(!(control instanceof HTMLSelectElement) && control.value !== control.defaultValue);

/**
 * Loads what a part of the page needs once somebody reaches for it, by pointer, finger or keyboard; at once if
 * `isAsked`. What was filled in until it is there is filled in again, and a button that was pressed waits for it. If it
 * cannot be had, the button does what it does without script, and the next reach tries again.
 */
export function onReach(selector: string, load: () => Promise<unknown>, isAsked = false): void {
	/** What stands in controls that were filled in too early. */
	const filled = new Map<Control, { value: string; checked?: boolean }>();
	let pressed: HTMLElement | undefined;
	let isPressing = false;
	let state: 'away' | 'coming' | 'there' = 'away';
	const reach = async () => {
		if (state !== 'away') return;
		state = 'coming';
		try {
			await load();
			state = 'there';
			for (const [control, values] of filled) {
				Object.assign(control, values);
				for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
			}
		} catch {
			state = 'away';
		}
		isPressing = true;
		pressed?.click();
		isPressing = false;
		pressed = undefined;
	};
	const keep = (control: Control) => {
		const { value } = control;
		filled.set(control, control instanceof HTMLInputElement ? { value, checked: control.checked } : { value });
	};
	for (const name of ['pointerover', 'focusin', 'input', 'click'])
		document.addEventListener(name, (event) => {
			const { target } = event;
			if (state === 'there' || !(target instanceof Element) || !target.closest(selector)) return;
			if (name === 'input' && isControl(target)) keep(target);
			if (name === 'click') {
				// What was answered already need not wait.
				if (isPressing || event.defaultPrevented) return;
				const button = target.closest('button');
				if (button) {
					event.preventDefault();
					pressed = button;
				}
			}
			void reach();
		});
	// Somebody may have been quicker than this script.
	const place = document.activeElement?.closest(selector) ? document.activeElement : null;
	if (place && isControl(place) && isFilledIn(place)) keep(place);
	if (isAsked || place) void reach();
}
