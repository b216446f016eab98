/** An element with a text in it. */
function element(name: string, text: string): HTMLElement {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}

let lastId = 0;

/** Opens a window over the page and waits for the answer; Escape answers with the last one. */
function open(text: string, answers: readonly string[]): Promise<string> {
	const dialog = document.createElement('dialog');
	dialog.className = 'question';
	dialog.role = 'alertdialog';
	const said = element('p', text);
	said.id = `question-${++lastId}`;
	dialog.setAttribute('aria-labelledby', said.id);
	const form = document.createElement('form');
	form.method = 'dialog';
	form.append(
		...answers.map((answer) => {
			const button = element('button', answer) as HTMLButtonElement;
			button.value = answer;
			return button;
		}),
	);
	dialog.append(said, form);
	document.body.append(dialog);
	const last = answers.at(-1) ?? '';
	return new Promise((resolve) => {
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue || last);
		});
		dialog.showModal();
		// What can be taken back stands last.
		form.querySelector<HTMLButtonElement>('button:last-child')?.focus();
	});
}

/** Asks whether something shall be done, as `yes` names it. */
export const ask = async (question: string, yes: string, no = 'Cancel'): Promise<boolean> =>
	(await open(question, [yes, no])) === yes;

/** Says something that has to be read before one goes on. */
export async function tell(sentence: string): Promise<void> {
	await open(sentence, ['OK']);
}
