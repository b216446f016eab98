import type { SiteSettings } from '../schemas/site.ts';
import { FORM_NAME_FIELD, HONEYPOT_FIELD } from '../schemas/sender.ts';

/** How the form’s HTML has to look for whoever receives it. */
export interface FormHandling {
	/** Where the form is posted to. */
	action: string;
	/** Attributes of the form. */
	attributes: Readonly<Record<string, string>>;
	/** Fields that people do not see, with what stands in them. */
	hidden: Readonly<Record<string, string>>;
	/** The field that only a program fills in. */
	honeypot: string;
}

/**
 * How a form of this name is handed to whoever the settings say receives it. `receipt` is the page that thanks, as a
 * path; `origin` is where the site lies, for hosts that lead back to it.
 */
export function handlingOf(
	{ formHandler, formAddress = '' }: Pick<SiteSettings, 'formHandler' | 'formAddress'>,
	form: string,
	receipt: string,
	origin: string,
): FormHandling {
	const name = { [FORM_NAME_FIELD]: form };
	switch (formHandler) {
		case 'netlify':
			return {
				action: receipt,
				attributes: { 'data-netlify': 'true', 'netlify-honeypot': HONEYPOT_FIELD },
				hidden: name,
				honeypot: HONEYPOT_FIELD,
			};
		case 'formspree':
			return { action: formAddress, attributes: {}, hidden: { ...name, _next: origin + receipt }, honeypot: '_gotcha' };
		case 'other':
			return {
				action: formAddress,
				attributes: {},
				hidden: { ...name, next: origin + receipt },
				honeypot: HONEYPOT_FIELD,
			};
	}
}
