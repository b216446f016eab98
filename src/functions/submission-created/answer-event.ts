import * as z from 'zod';
import { HostProblem } from '../../hosts/ask-api.ts';
import { gitHubBoard } from '../../hosts/github-board.ts';
import type { HostSettings } from '../../hosts/host-settings.ts';
import { netlifySubmissions } from '../../hosts/netlify-submissions.ts';
import { bringToBoard } from '../../submissions/bring-to-board.ts';

/** What differs from one call to the next. */
export interface Circumstances {
	ask: typeof fetch;
	/** A whole day, `YYYY-MM-DD`. */
	today: string;
	/** Ends everything before the host would. */
	until?: AbortSignal;
}

const answer = (status: number, sentence: string): Response =>
	new Response(`${sentence}\n`, {
		status,
		headers: {
			'Content-Type': 'text/plain; charset=utf-8',
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			'X-Robots-Tag': 'noindex',
		},
	});

/** What the host posts, as far as it is used: `{ payload: { id, … } }`. */
const eventSchema = z.object({ payload: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }) });

const LATER = 'It stays in the list of the form; npm run submissions brings it in.';

/**
 * Brings the submission that the host tells of to the board. Anybody can post to a function, so only the id is taken
 * from the request; the submission itself is what Netlify says it is. The log gets one line, with nothing personal.
 */
export async function answerEvent(
	request: Request,
	{ gitHub, netlify, problems }: HostSettings,
	{ ask, today, until }: Circumstances,
): Promise<Response> {
	if (request.method !== 'POST') return answer(405, 'Only the host of this site tells of submissions here.');
	const { data: event } = eventSchema.safeParse(await request.json().catch(() => undefined));
	if (!event) return answer(400, 'This is not the event of a form.');
	const { id } = event.payload;
	if (!gitHub) {
		console.error(`Submission ${id} was not brought to the board: ${problems.join(' ')} ${LATER}`);
		return answer(503, 'Bringing submissions to the board is not set up.');
	}
	try {
		const submission = await netlifySubmissions(netlify, ask, until).find(id);
		if (!submission) {
			console.warn(`Submission ${id} was not brought to the board: no form of this site received it.`);
			return answer(403, 'No form of this site received this.');
		}
		const outcome = await bringToBoard(submission, gitHubBoard(gitHub, ask, until), today);
		console.log(`Submission ${id} of “${submission.form}”: ${outcome}.`);
		return answer(200, 'Thank you.');
	} catch (error) {
		// The words of other errors may repeat what was sent.
		const reason = error instanceof HostProblem ? error.message : 'Something went wrong on this site.';
		console.error(`Submission ${id} was not brought to the board: ${reason} ${LATER}`);
		return answer(500, 'The board cannot be reached. Nothing is lost.');
	}
}
