// The index and what shows its answers are loaded when the reader reaches for the box, and not before.

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) {
	const isPage = form.dataset['search'] === 'page';
	let isAnswering = false;
	const reach = async () => {
		if (isAnswering) return;
		isAnswering = true;
		try {
			if (isPage) (await import('./search-page.client.ts')).answerOnPage(form);
			else (await import('./suggestions.client.ts')).suggestBelow(form);
		} catch {
			// A box that cannot answer still leads to the search page; the next reach tries again.
			isAnswering = false;
			form.dataset['answered'] = '';
		}
	};
	// Who was there before this script has the focus already, and types.
	for (const name of ['focusin', 'input']) form.addEventListener(name, () => void reach());
	if (isPage && new URLSearchParams(location.search).get('q')?.trim()) void reach();
	else form.dataset['answered'] = '';
}
