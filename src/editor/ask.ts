/** An element with a text in it. */
function element<N extends keyof HTMLElementTagNameMap>(name: N, text: string): HTMLElementTagNameMap[N] {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}

let lastId = 0;

/** A word that leads to a page of the editor, and its address. */
export type Link = readonly [words: string, href: string];

/** A list of links; whoever follows one leaves the window. */
function listOf(links: readonly Link[], dialog: HTMLDialogElement): HTMLElement {
	const list = document.createElement('ul');
	for (const [words, href] of links) {
		const link = element('a', words);
		link.href = href;
		link.addEventListener('click', () => {
			dialog.close();
		});
		const item = document.createElement('li');
		item.append(link);
		list.append(item);
	}
	return list;
}

/** Opens a window over the page and waits for the answer; Escape answers with the last one. */
function open(text: string, answers: readonly string[], links: readonly Link[] = []): Promise<string> {
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
			const button = element('button', answer);
			button.value = answer;
			return button;
		}),
	);
	dialog.append(said, ...(links.length > 0 ? [listOf(links, dialog)] : []), form);
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

/** Says something that has to be read before one goes on, with links that help. */
export async function tell(sentence: string, links: readonly Link[] = []): Promise<void> {
	await open(sentence, ['OK'], links);
}

/** After so long people ask themselves whether anything happens. */
const MOMENT_IN_MILLISECONDS = 300;

/** Says over the page what is being done, if that takes longer than a moment. */
export async function whileDoing<T>(what: string, task: Promise<T>): Promise<T> {
	const sign = element('p', what);
	sign.className = 'doing';
	sign.role = 'status';
	const shown = setTimeout(() => {
		document.body.append(sign);
	}, MOMENT_IN_MILLISECONDS);
	try {
		return await task;
	} finally {
		clearTimeout(shown);
		sign.remove();
	}
}

/** What an editor says: which of some choices is meant, and why. */
interface Why {
	choice: string;
	reason: string;
}

/** A field with a label, in a window. */
function labelled(label: string, field: HTMLElement): HTMLElement {
	const made = element('label', label);
	made.append(field);
	return made;
}

/**
 * Asks which of some choices is meant, before something is done as `yesWords` name it; it may be none. With `refuse`, which
 * says what is wrong with a reason, it asks for that too. Undefined if the editor would rather not.
 */
export function askWhich(
	question: string,
	choices: readonly { value: string; label: string }[],
	yesWords: string,
	refuse?: (reason: string) => string | undefined,
): Promise<Why | undefined> {
	const dialog = document.createElement('dialog');
	dialog.className = 'question';
	const said = element('p', question);
	said.id = `question-${++lastId}`;
	dialog.setAttribute('aria-labelledby', said.id);
	const select = document.createElement('select');
	for (const { value, label } of [...choices, { value: '', label: 'None of these: tell nobody' }]) {
		select.append(new Option(label, value));
	}
	const reason = document.createElement('textarea');
	reason.rows = 3;
	const problem = element('p', '');
	problem.className = 'question-problem';
	problem.role = 'alert';
	const form = document.createElement('form');
	form.method = 'dialog';
	const [yes, no] = [yesWords, 'Cancel'].map((words) => Object.assign(element('button', words), { value: words }));
	if (!yes || !no) throw new Error('A window has two buttons.');
	no.type = 'button';
	form.append(
		labelled('Reference', select),
		...(refuse ? [labelled('Reason, as everybody may read it', reason)] : []),
		problem,
		yes,
		no,
	);
	dialog.append(said, form);
	document.body.append(dialog);
	return new Promise((resolve) => {
		const answer = () => ({ choice: select.value, reason: reason.value });
		form.addEventListener('submit', (event) => {
			const sentence = select.value === '' ? undefined : refuse?.(reason.value);
			if (sentence === undefined) return;
			event.preventDefault();
			problem.textContent = sentence;
			reason.focus();
		});
		no.addEventListener('click', () => {
			dialog.close('');
		});
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue === yes.value ? answer() : undefined);
		});
		dialog.showModal();
		(refuse ? reason : select).focus();
	});
}
