import type { IncomingMessage } from 'node:http';

/** The body of a request; undefined if it is larger than `maxBytes`. Throws if the sender goes away. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	// What is too large is read on all the same, up to ten times as much: browsers show no answer that comes before.
	const stream: AsyncIterable<Buffer> = request;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes <= maxBytes) chunks.push(chunk);
		else chunks.length = 0;
		if (bytes > maxBytes * 10) break;
	}
	return bytes > maxBytes ? undefined : Buffer.concat(chunks);
}
