import { honeypots, type Honeypot } from '../schemas/honeypot.ts';
import { parseUrl } from '../schemas/parse-url.ts';
import { FORM_NAME_FIELD } from '../schemas/sender.ts';
import type { SiteSettings } from '../schemas/site.ts';
import type { Encoding } from './script-body.ts';

/** How the form’s HTML has to look for whoever receives it. */
export interface FormHandling {
	/** Where the form is posted to. */
	action: string;
	/** Attributes of the form. */
	attributes: Readonly<Record<string, string>>;
	/** Fields that people do not see, with what stands in them. */
	hidden: Readonly<Record<string, string>>;
	/** Such fields for browsers without script: where they are led afterwards. A script goes there by itself. */
	onward: Readonly<Record<string, string>>;
	honeypot: Honeypot;
	/** How a script has to post, or it gets no answer that it can read. */
	encoding: Encoding;
	/** What an answer has that the receiver alone gives: a header, or a field of its JSON that is true. */
	proof: `header ${string}` | `json ${string}`;
}

/** What a receiver has to know of a form. */
interface SentForm {
	name: string;
	/** The page that thanks, as a path. */
	receipt: string;
	/** Where the site lies, for receivers that lead back to it. */
	origin: string;
	settings: Pick<SiteSettings, 'formAddress' | 'formKey'>;
}

/** Whoever can receive the forms: the choices of the settings, and the stand-in on one’s own machine. */
type KnownReceiver = SiteSettings['formHandler'] | 'stand-in';
/** Who receives the forms of a build. */
export type Receiver = KnownReceiver | 'nobody';

/** The variables that say who receives. */
interface Environment {
	readonly FORM_RECEIVER?: string | undefined;
	readonly NETLIFY?: string | undefined;
}

/** Where the stand-in takes forms. No page lies there, so that no other server can seem to have received one. */
export const STAND_IN_ADDRESS = '/api/forms';

const named = (name: string) => ({ [FORM_NAME_FIELD]: name });

/** The receivers, each as its documentation says. */
const receivers: Record<KnownReceiver, (form: SentForm) => FormHandling> = {
	netlify: ({ name, receipt }) => ({
		action: receipt,
		attributes: { 'data-netlify': 'true', 'netlify-honeypot': honeypots.own.name },
		hidden: named(name),
		onward: {},
		honeypot: honeypots.own,
		encoding: 'urlencoded',
		proof: 'header x-nf-request-id',
	}),
	formspree: ({ name, receipt, origin, settings }) => ({
		action: settings.formAddress ?? '',
		attributes: {},
		hidden: named(name),
		onward: { _next: origin + receipt },
		honeypot: honeypots.formspree,
		encoding: 'urlencoded',
		proof: 'json ok',
	}),
	web3forms: ({ name, receipt, origin, settings }) => ({
		action: 'https://api.web3forms.com/submit',
		attributes: {},
		hidden: { ...named(name), access_key: settings.formKey ?? '' },
		onward: { redirect: origin + receipt },
		honeypot: honeypots.web3forms,
		encoding: 'multipart',
		proof: 'json success',
	}),
	'stand-in': ({ name }) => ({
		action: STAND_IN_ADDRESS,
		attributes: { 'data-honeypot': honeypots.own.name },
		hidden: named(name),
		onward: {},
		honeypot: honeypots.own,
		encoding: 'urlencoded',
		proof: 'json received',
	}),
};

/**
 * Who will receive the forms of this build. If nobody is known to, it must have none. Netlify
 * receives what it built itself (`NETLIFY=true`); `FORM_RECEIVER=stand-in` says that one’s own machine serves.
 */
export function findReceiver({ formHandler }: Pick<SiteSettings, 'formHandler'>, environment: Environment): Receiver {
	if (environment.FORM_RECEIVER === 'stand-in') return 'stand-in';
	if (formHandler === 'netlify' && environment.NETLIFY !== 'true') return 'nobody';
	return formHandler;
}

/** How a form is handed to its receiver. */
export function handlingBy(receiver: KnownReceiver, form: SentForm): FormHandling {
	const handling = receivers[receiver](form);
	// Of its own for each form: Astro writes a class into what is spread over a tag.
	return { ...handling, honeypot: { ...handling.honeypot } };
}

/** The other hosts that the forms of this build are sent to: what pages have to allow. */
export function foreignReceivers(
	settings: Pick<SiteSettings, 'formHandler' | 'formAddress' | 'formKey'>,
	environment: Environment,
): string[] {
	const receiver = findReceiver(settings, environment);
	if (receiver === 'nobody') return [];
	const { action } = handlingBy(receiver, { name: '', receipt: '', origin: '', settings });
	const url = parseUrl(action);
	return url ? [url.origin] : [];
}
