/** Puts the name that was raised back beside its mark. */
let lower: (() => void) | undefined;

/** Lays the name of a mark over all others, until another is raised or none. */
export function raiseName(mark: Element | null | undefined): void {
	lower?.();
	lower = undefined;
	const name = mark?.nextElementSibling;
	if (!mark || !name?.classList.contains('name')) return;
	mark.parentNode?.append(name);
	name.classList.add('raised');
	lower = () => {
		name.classList.remove('raised');
		mark.after(name);
	};
}
