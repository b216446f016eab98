/** A request that is not served, with a sentence for whoever sent it: no secret is in it, and nothing from outside. */
export class RefusedRequest extends Error {
	readonly status: number;

	constructor(status: number, sentence: string) {
		super(sentence);
		this.status = status;
	}
}

/** Ends a request with a status, and a sentence for whoever sent it. */
export function refuse(status: number, sentence: string): never {
	throw new RefusedRequest(status, sentence);
}
