/** The environment of a shell in which nobody runs tests: vitest sets NODE_ENV, and Astro would take it. */
export const buildEnvironment = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
	...process.env,
	NODE_ENV: 'production',
	NO_COLOR: '1',
	...variables,
});
