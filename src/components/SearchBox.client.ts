// The index and what shows its answers are loaded when the reader reaches for the box, and not before.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
	const reach = () =>
		import('./search-answer.client.ts').then(({ answerAsOneTypes }) => {
			answerAsOneTypes(form);
		});
	const isAsked = form.dataset['search'] === 'page' && new URLSearchParams(location.search).has('q');
	// A box that cannot answer still leads to the search page, so a failure needs no words here.
	if (isAsked) reach().catch(() => undefined);
	else form.addEventListener('focusin', () => void reach().catch(() => undefined), { once: true });
}
