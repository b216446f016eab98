/** A log-in that goes no further. Its message is what the editor reads, so it holds no secret and nothing from outside. */
export class Refused extends Error {
	readonly status: number;

	constructor(status: number, sentence: string) {
		super(sentence);
		this.status = status;
	}
}
