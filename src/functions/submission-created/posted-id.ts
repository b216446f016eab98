import { z } from 'zod';

/** What the host posts, as far as it is used: `{ payload: { id, … } }`. */
const eventSchema = z.object({ payload: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }) });

/** The id of the submission that a request tells of; undefined if it tells of none. */
export async function findPostedId(request: Request): Promise<string | undefined> {
	try {
		return eventSchema.parse(await request.json()).payload.id;
	} catch {
		return undefined;
	}
}
