/** What vitest tells its tests through the environment; a build that inherits it thinks it is in development. */
const OF_VITEST = ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'VITEST', 'TEST'];

/** The environment of a shell in which nobody runs tests, on a machine that receives the forms itself. */
export const buildEnvironment = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_VITEST.includes(name))),
	NODE_ENV: 'production',
	NO_COLOR: '1',
	FORM_RECEIVER: 'stand-in',
	...variables,
});
