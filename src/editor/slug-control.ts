import { Component, createElement } from 'react';
import { explainIssue } from '../files/explain-issue.ts';
import { slugFrom } from '../model/new-slug.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collectionOf, type CollectionName } from '../schemas/collections.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import { slugOf } from '../schemas/slug.ts';
import type { ControlProps } from './checked-control.ts';
import { takenSlugs } from './entry-index.ts';
import { valuesOf } from './entry-values.ts';

/** Why an entry cannot have a slug, or undefined. `taken` has the slugs and former slugs of the others. */
export function refuseSlug(collection: CollectionName, slug: string, taken: ReadonlySet<string>): string | undefined {
	const { reservedSlugs = [], label } = collectionOf(collection);
	const issue = slugSchema.safeParse(slug).error?.issues[0];
	if (issue) return `The address ${explainIssue(issue, slug).rule}.`;
	if (reservedSlugs.includes(slug)) return `The address “${slug}” belongs to another page. Choose another.`;
	if (taken.has(slug)) return `The address “${slug}” is or was that of another ${label}. Choose another.`;
	return undefined;
}

/** Why an entry that has a slug cannot get the one that its form holds, or undefined. */
export function refuseNewSlug(
	collection: CollectionName,
	current: string,
	wanted: unknown,
	taken: ReadonlySet<string>,
): string | undefined {
	if (typeof wanted !== 'string' || wanted === current) return undefined;
	return wanted === ''
		? `The address is empty. Write one; the present one is “${current}”.`
		: refuseSlug(collection, wanted, taken);
}

/** Shows the slug of an entry and lets it change. New entries get theirs from the name. */
export class SlugControl extends Component<ControlProps> {
	taken: ReadonlySet<string> = new Set();

	/** The entry, and the slug that it has now; a draft that was renamed keeps the old one as its key. */
	entry = () => {
		const entry = valuesOf(this.props.getEntry());
		return { ...entry, current: slugOf(entry.path) };
	};

	override componentDidMount() {
		const { collection, slug: key, current, data } = this.entry();
		// The index is that of the last build: what this entry was then is no other entry.
		const own = [key, current, ...aliasesOf(data.toJS())];
		void takenSlugs(collection, own).then((taken) => {
			this.taken = taken;
		});
	}

	isValid = () => {
		const { value, parentIds } = this.props;
		const { collection, current, isNew } = this.entry();
		const message = isNew ? undefined : refuseNewSlug(collection, current, value, this.taken);
		return { error: message === undefined ? false : { type: 'CUSTOM', parentIds, message } };
	};

	override render() {
		const { forID, classNameWrapper, value, onChange, setActiveStyle, setInactiveStyle } = this.props;
		const { current, isNew } = this.entry();
		return createElement('input', {
			id: forID,
			className: classNameWrapper,
			type: 'text',
			spellCheck: false,
			autoCapitalize: 'off',
			disabled: isNew,
			value: isNew ? 'made from the name' : typeof value === 'string' ? value : current,
			onChange: (event: { target: { value: string } }) => {
				onChange(event.target.value);
			},
			onFocus: setActiveStyle,
			// What is typed becomes an address as a name does.
			onBlur: () => {
				setInactiveStyle();
				if (typeof value !== 'string') return;
				void slugFrom(value).then((slug) => {
					if (slug !== value) onChange(slug);
				});
			},
		});
	}
}
