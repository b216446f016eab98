import { choice, eMailAddress, line } from './fields.ts';
import { honeypots } from './honeypot.ts';
import { reference } from './reference.ts';

/** What every form asks of the sender. What is personal stays with the form’s host and never goes into the repository. */
export const senderFields = {
	email: eMailAddress.optional().meta({
		title: 'Your e-mail address',
		description: 'Give it only if we may write back. It is not published.',
		isPersonal: true,
		autocomplete: 'email',
	}),
	reference: reference.optional().meta({
		title: 'A word of your own',
		description:
			'With it you find your message again. Use letters, digits and hyphens. It is shown in public, so leave out your name.',
	}),
	consent: choice({ yes: 'I agree that what I send is kept and used as it says here.' }).meta({
		title: 'Your consent',
		ask: 'Tick that you agree',
	}),
};

/** What a call asks besides. */
export const viewsSenderFields = {
	organisation: line(120).optional().meta({
		title: 'Your organisation',
		description: 'Fill it in if you speak for one.',
		isPersonal: true,
		autocomplete: 'organization',
	}),
	quote: choice({
		named: 'Yes, with the name of our organisation',
		unnamed: 'Yes, without a name',
		no: 'No, only count it',
	})
		.optional()
		.meta({ title: 'May we quote from your answers?', description: 'Without an answer we quote nothing.' }),
	...senderFields,
};

/** The field by which the host tells its forms apart. */
export const FORM_NAME_FIELD = 'form-name';

/** What a form or its host sends along for the host’s own use. */
export const hostFieldNames: readonly string[] = [
	FORM_NAME_FIELD,
	...Object.values(honeypots).map(({ name }) => name),
	'next',
	'_next',
	'access_key',
	'redirect',
	'ip',
	'user_agent',
	'referrer',
];

/** What receivers take for an order about their message, such as its subject, and not for an answer. */
const orderNames = ['apikey', 'subject', 'replyto', 'ccemail', 'attachment', 'webhook'] as const;

/** The names that no question of a call may have. */
export const reservedFieldNames: readonly string[] = [
	...Object.keys(viewsSenderFields),
	...hostFieldNames,
	...orderNames,
];
