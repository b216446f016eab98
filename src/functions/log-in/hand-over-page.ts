import { escapeUTF8 } from 'entities';
import { createHash } from 'node:crypto';

/** What the window tells the editor, and the CMS that opened it. */
export interface HandOver {
	/** The only site that the message may reach; without one there is no message. */
	origin: string | undefined;
	/** In Decap's words: `authorization:github:success:{…}` or `authorization:github:error:{…}`. */
	message: string;
	sentence: string;
}

const SECONDS_TO_WAIT = 5;

// The same for every answer, so that its hash is; what differs stands in attributes.
// Decap (decap-cms-lib-auth, netlify-auth.js) listens for "authorizing:github", says it back, and only then listens for the message.
const script = `
{
	const main = document.querySelector('main');
	const { origin, message } = main.dataset;
	delete main.dataset.message;
	history.replaceState(null, '', location.pathname);
	const say = (id) => {
		for (const paragraph of document.querySelectorAll('p')) paragraph.hidden = paragraph.id !== id;
	};
	if (origin && opener) {
		const silence = setTimeout(say, ${SECONDS_TO_WAIT * 1000}, 'silent');
		const answer = (event) => {
			if (event.source !== opener) return;
			if (event.origin === origin && event.data !== 'authorizing:github') return;
			clearTimeout(silence);
			removeEventListener('message', answer);
			if (event.origin === origin) opener.postMessage(message, origin);
			else say('foreign');
		};
		addEventListener('message', answer);
		opener.postMessage('authorizing:github', origin);
	} else if (main.dataset.outcome === 'success') say('alone');
}
`;

const scriptHash = createHash('sha256').update(script).digest('base64');

/** What the window may do: run its one script, and nothing else. */
export const handOverPolicy = [
	"default-src 'none'",
	`script-src 'sha256-${scriptHash}'`,
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** The page in the log-in window. Its script hands the message to the window that opened it, if that shows the site itself. */
export function formatHandOverPage({ origin, message, sentence }: HandOver): string {
	const outcome = message.startsWith('authorization:github:success:') ? 'success' : 'error';
	const admin = escapeUTF8(`${origin ?? ''}/admin/`);
	return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Log-in</title>
<main role="status" data-outcome="${outcome}" data-origin="${escapeUTF8(origin ?? '')}" data-message="${escapeUTF8(message)}">
<h1>Log-in</h1>
<p id="outcome">${escapeUTF8(sentence)}</p>
<p id="foreign" hidden>This log-in was opened from another site, which was told nothing. Close this window, open ${admin} and log in there.</p>
<p id="silent" hidden>The window that opened this one does not answer; perhaps it was closed, or shows another site. Close this window, open ${admin} and log in there.</p>
<p id="alone" hidden>This window was not opened by the editing page, so nobody was logged in. Open ${admin} and log in there.</p>
</main>
<script>${script}</script>
</html>
`;
}
