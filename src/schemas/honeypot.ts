/** A field that people do not see. What fills it in or ticks it is a program; it is thanked, and what it sent is dropped. */
export interface Honeypot {
	name: string;
	type: 'text' | 'checkbox';
}

/** The honeypot of our own forms, and those that other receivers know by these names. */
export const honeypots = {
	own: { name: 'bot-field', type: 'text' },
	formspree: { name: '_gotcha', type: 'text' },
	web3forms: { name: 'botcheck', type: 'checkbox' },
} as const satisfies Record<string, Honeypot>;

/** The attributes by which a form names its honeypot: two for Netlify, one for the stand-in. */
export const HONEYPOT_ATTRIBUTES = ['data-netlify-honeypot', 'netlify-honeypot', 'data-honeypot'] as const;

/** Whether a program filled in the honeypot, if the form has one. */
export const isFilledByProgram = (
	fields: readonly (readonly [name: string, value: string])[],
	honeypot: string | undefined,
): boolean => fields.some(([name, value]) => name === honeypot && value !== '');
