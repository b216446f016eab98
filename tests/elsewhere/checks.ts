import { setTimeout as wait } from 'node:timers/promises';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Checks that are told one a line as they are made. */
export function tellChecks() {
	let passed = 0;
	let failed = 0;
	return {
		/** Makes a check, which throws if it fails, and may return what it saw, in words. */
		check: async (sentence: string, make: () => unknown): Promise<void> => {
			try {
				const seen = await make();
				passed += 1;
				console.log(`  ok      ${sentence}${typeof seen === 'string' ? `: ${seen}` : ''}`);
			} catch (error) {
				failed += 1;
				console.log(`  FAILED  ${sentence}\n          ${messageOf(error).replaceAll('\n', '\n          ')}`);
			}
		},
		/** Tells the sum; the command fails if a check did. */
		end: (): void => {
			console.log(`\n${passed} passed, ${failed} failed`);
			process.exitCode = failed > 0 ? 1 : 0;
		},
	};
}

const PATIENCE_IN_MILLISECONDS = 10_000;

/** Tries again until it does not throw; in the end throws what it threw last. */
export async function until<T>(act: () => T | Promise<T>, patience = PATIENCE_IN_MILLISECONDS): Promise<T> {
	const end = Date.now() + patience;
	for (;;) {
		try {
			return await act();
		} catch (error) {
			if (Date.now() > end) throw error;
			await wait(100);
		}
	}
}
