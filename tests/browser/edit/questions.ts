import type { Page } from 'playwright-core';

/** Has a page, before it is opened, answer what the editor asks: yes, but for questions with a word in them. Returns what was asked. */
export async function answerQuestions(page: Page, no = ' nothing '): Promise<string[]> {
	const asked: string[] = [];
	await page.exposeFunction('noteQuestion', (question: string) => asked.push(question));
	await page.addInitScript((refused) => {
		new MutationObserver(() => {
			const dialog = document.querySelector('dialog.question[role="alertdialog"]:not([data-answered])');
			if (!dialog) return;
			dialog.setAttribute('data-answered', '');
			const question = dialog.querySelector('p')?.textContent ?? '';
			void (Reflect.get(window, 'noteQuestion') as (question: string) => Promise<void>)(question);
			const buttons = [...dialog.querySelectorAll('button')];
			(question.includes(refused) ? buttons.at(-1) : buttons[0])?.click();
		}).observe(document, { childList: true, subtree: true });
	}, no);
	// What a page asks as it closes cannot be answered any more.
	page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
	return asked;
}
