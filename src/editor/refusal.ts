/** Why something is not done, as a sentence: messages put the name of an error before it, and this one has none. */
export class Refusal extends Error {
	override name = '';
}
