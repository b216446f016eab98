import { Component, createElement } from 'react';
import { explainIssue } from '../files/explain-issue.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import { slugOf } from '../schemas/slug.ts';
import { toPlain, type ControlProps } from './checked-control.ts';
import { loadIndex } from './entry-index.ts';

/** Why an entry cannot have a slug, or undefined. `taken` has the slugs and former slugs of the others. */
export function refuseSlug(collection: CollectionName, slug: string, taken: ReadonlySet<string>): string | undefined {
	const { reservedSlugs = [], label }: Collection = collections[collection];
	const issue = slugSchema.safeParse(slug).error?.issues[0];
	if (issue) return `The address ${explainIssue(issue, slug).rule}. Use small letters, digits and hyphens.`;
	if (reservedSlugs.includes(slug)) return `The address “${slug}” belongs to another page. Choose another.`;
	if (taken.has(slug)) return `The address “${slug}” is or was that of another ${label}. Choose another.`;
	return undefined;
}

/** Shows the slug of an entry and lets it change. New entries get theirs from the name. */
export class SlugControl extends Component<ControlProps> {
	taken: ReadonlySet<string> = new Set();

	/** The slug that the entry has now; a draft that was renamed keeps the old one as its key. */
	current = (): string => slugOf((this.props.getEntry().get('path') as string | undefined) ?? '');

	override componentDidMount() {
		const entry = this.props.getEntry();
		const data = toPlain(entry.get('data')) as { aliases?: string[] };
		// The index is that of the last build: what this entry was then is no other entry.
		const own = [entry.get('slug'), this.current(), ...(data.aliases ?? [])];
		void loadIndex().then((index) => {
			const others = (index[String(entry.get('collection'))] ?? []).filter(([slug]) => !own.includes(slug));
			this.taken = new Set(others.flatMap(([slug, , aliases]) => [slug, ...aliases]));
		});
	}

	isValid = () => {
		const { value, getEntry, parentIds } = this.props;
		const entry = getEntry();
		if (entry.get('newRecord') === true || typeof value !== 'string' || value === this.current())
			return { error: false };
		const message =
			value === ''
				? `The address is empty. Write one; the present one is “${this.current()}”.`
				: refuseSlug(entry.get('collection') as CollectionName, value, this.taken);
		return { error: message === undefined ? false : { type: 'CUSTOM', parentIds, message } };
	};

	override render() {
		const { forID, classNameWrapper, value, onChange, getEntry, setActiveStyle, setInactiveStyle } = this.props;
		const entry = getEntry();
		const isNew = Boolean(entry.get('newRecord'));
		return createElement('input', {
			id: forID,
			className: classNameWrapper,
			type: 'text',
			spellCheck: false,
			autoCapitalize: 'off',
			disabled: isNew,
			value: isNew ? 'made from the name' : typeof value === 'string' ? value : this.current(),
			onChange: (event: { target: { value: string } }) => {
				onChange(event.target.value.trim());
			},
			onFocus: setActiveStyle,
			onBlur: setInactiveStyle,
		});
	}
}
