import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends a run with one plain line that any CI can read: “120 passed, 0 failed”. */
export default class PlainCount implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason) {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const failed = tests.filter((test) => test.result().state === 'failed').length;
		const passed = tests.filter((test) => test.result().state === 'passed').length;
		// A file that cannot even be loaded has no tests, and is a failure all the same.
		const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
		// What a machine lacks for is said, and fails nothing.
		for (const test of tests) if (test.result().state === 'skipped') console.log(`Not made: ${test.name}`);
		const failures = failed + brokenFiles + errors.length;
		// What the tests need may not have been there at all.
		const isLacking = failures === 0 && (reason !== 'passed' || passed === 0);
		console.log(`\n${passed} passed, ${isLacking ? 1 : failures} failed`);
	}
}
