/** What vitest tells its tests through the environment; a build that inherits it thinks it is in development. */
const OF_VITEST = ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'VITEST', 'TEST'];

/** The environment of a shell in which nobody runs tests. */
export const buildEnvironment = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_VITEST.includes(name))),
	NODE_ENV: 'production',
	NO_COLOR: '1',
	...variables,
});
