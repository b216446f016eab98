// Netlify runs this function by its name, each time a form received something that is no spam. Its typed events
// (`formSubmitted`) bring neither the id nor the name of the form.
import { brusselsToday } from '../../formats/brussels-days.ts';
import { readHostSettings } from '../../hosts/host-settings.ts';
import { answerEvent } from './answer-event.ts';

// The host ends a function after ten seconds, without a word in the log.
const MAX_MS = 9_000;

/** Brings a proposal or correction to the editors as soon as it was sent. */
export default (request: Request): Promise<Response> =>
	answerEvent(request, readHostSettings(process.env), {
		ask: fetch,
		today: brusselsToday(),
		until: AbortSignal.timeout(MAX_MS),
	});
