import { Component, createElement, Fragment, type ComponentClass, type ReactNode } from 'react';
import { isGroup, itemsOf, valueAt } from '../files/values.ts';
import { oncePer } from '../model/once.ts';
import { checkDraft, checkValue, type DraftProblem } from './check-draft.ts';
import { textOf, toPlain, valuesOf, type DecapGroup } from './entry-values.ts';
import { loadTextRules, picturesAmong, textProblem } from './text-problem.ts';

/** What Decap hands to the control of a field; more is passed on unseen. */
export interface ControlProps {
	forID: string;
	value: unknown;
	field: DecapGroup;
	/** Ids of the fields around this one. */
	parentIds: string[];
	classNameWrapper: string;
	onChange: (value: unknown, metadata?: unknown) => void;
	onValidateObject?: (id: string, errors: { type: string; parentIds: string[]; message: string }[]) => void;
	getEntry: () => DecapGroup;
	setActiveStyle: () => void;
	setInactiveStyle: () => void;
	[name: string]: unknown;
}

/** A mounted control of Decap: what the form calls to validate it. */
interface MountedControl {
	props: ControlProps;
	isValid?: () => unknown;
	validate?: () => void;
}

/** Whether Decap takes a field for missing: other than ours, its rule does not look into lists and groups. */
const isMissing = (value: unknown) =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Checks a draft once, however many fields ask. */
const problemsOfFields = oncePer((entry: DecapGroup): DraftProblem[] => {
	const { collection, data } = valuesOf(entry);
	return checkDraft(collection, data.toJS());
});

/** The pictures that an entry may show: those at the git host, and those that were just chosen. */
export const picturesOf = (entry: DecapGroup): string[] =>
	picturesAmong(itemsOf(toPlain(entry.get('mediaFiles'))).map((file) => textOf(valueAt(file, ['path']))));

/** Everything that keeps an entry from being published, as far as its form can tell. */
export function problemsOf(entry: DecapGroup): DraftProblem[] {
	const inText = textProblem(valuesOf(entry).data.get('body'), picturesOf(entry));
	const ofText = inText === undefined ? [] : [{ path: 'body', field: 'body', isWhole: true, sentence: inText }];
	return [...problemsOfFields(entry), ...ofText];
}

const isText = (field: ControlProps['field']) => field.get('widget') === 'markdown';

/**
 * The sentence to show beside a field, if anything is wrong with it: the schema’s own rules, and those across fields.
 * Of groups and lists nobody else says that they are missing.
 */
function sentenceFor({ field, value, parentIds, getEntry }: ControlProps, isGroupOrList: boolean): string | undefined {
	if (parentIds.length > 0) return checkValue(String(field.get('path', '')), toPlain(value));
	if (isText(field)) return textProblem(value, picturesOf(getEntry()));
	const isAsked = !isGroupOrList && field.get('required') === true && isMissing(toPlain(value));
	return problemsOfFields(getEntry()).find(
		// Decap itself says that a field is missing.
		(problem) => problem.field === field.get('name') && !(problem.isWhole && isAsked),
	)?.sentence;
}

const hasOwnError = (answer: unknown) => answer === false || (isGroup(answer) && Boolean(answer['error']));

/** How a control of Decap is dressed up. */
interface Dress {
	/** Changes what the control is given. */
	toProps?: (props: ControlProps) => ControlProps;
	/** What stands above the control. */
	before?: (props: ControlProps) => ReactNode;
}

/**
 * A control of Decap that accepts exactly what the build accepts: the schema runs in the form, and its sentence
 * stands beside the field.
 */
export function checked(Control: ComponentClass<ControlProps>, { toProps, before }: Dress = {}) {
	return class CheckedControl extends Component<ControlProps> {
		control: MountedControl | undefined;

		override componentDidMount() {
			// What cannot be loaded is asked for again when the draft is saved.
			if (isText(this.props.field)) void loadTextRules().catch(() => undefined);
		}

		/** Decap asks for the control inside a wrapper, as it does with connected ones. */
		getWrappedInstance = () => this.control;

		dress = (control: MountedControl | null) => {
			if (!control || control === this.control) return;
			this.control = control;
			const { isValid, validate } = control;
			const errorOf = () => {
				const message = sentenceFor(this.props, validate !== undefined);
				return message === undefined ? undefined : { type: 'CUSTOM', parentIds: this.props.parentIds, message };
			};
			control.isValid = () => {
				const answer = isValid ? isValid.call(control) : true;
				return hasOwnError(answer) ? answer : { error: errorOf() ?? false };
			};
			// Groups and lists validate what is in them, and report for themselves.
			if (!validate) return;
			control.validate = () => {
				validate.call(control);
				const error = errorOf();
				if (error) this.props.onValidateObject?.(this.props.forID, [error]);
			};
		};

		override render() {
			const control = createElement(Control, {
				...(toProps ? toProps(this.props) : this.props),
				// Lists and groups hand what is in them on as themselves: once an item was added to a list in a list, Decap
				// validated that one alone.
				controlRef: undefined,
				ref: this.dress,
			});
			return before ? createElement(Fragment, null, before(this.props), control) : control;
		}
	};
}
