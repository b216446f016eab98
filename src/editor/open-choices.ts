import { List } from 'immutable';
import type { ControlProps } from './checked-control.ts';

/** Gives Decap an empty list for choices of which none is made yet: it would write one, and opening the form be a change. */
export const openChoices = <P extends Pick<ControlProps, 'field' | 'value'>>(props: P): P => ({
	...props,
	value: props.value ?? (props.field.get('multiple') === true ? List() : props.value),
});
