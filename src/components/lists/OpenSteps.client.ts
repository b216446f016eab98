// What is folded opens where an address leads to it, and on paper.

const openIn = (part: Element | null) => {
	for (const details of part?.querySelectorAll('details') ?? []) details.open = true;
};
const openTarget = () => {
	const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
	openIn(target);
	const around = target?.closest('details');
	if (around && !around.open) {
		around.open = true;
		target?.scrollIntoView();
	}
};

openTarget();
addEventListener('hashchange', openTarget);
addEventListener('beforeprint', () => {
	openIn(document.querySelector('main'));
});
