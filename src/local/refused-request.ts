/** A request that is not served, with a sentence for whoever sent it. */
export class RefusedRequest extends Error {
	readonly status: number;

	constructor(status: number, sentence: string) {
		super(sentence);
		this.status = status;
	}
}
