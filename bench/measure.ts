import { spawnSync } from 'node:child_process';
import { stop } from '../src/local/port.ts';

/** What a command took. */
export interface Took {
	wallSeconds: number;
	/** Of all processors, that of its children included. */
	cpuSeconds: number;
	/** The most memory that one of its processes had. */
	peakMegabytes: number;
}

/** GNU’s, which counts children as well. */
const TIME = '/usr/bin/time';

/** Runs a command and says what it took. Stops the bench, with what the command said, if it cannot be run or fails. */
export function measure(
	command: string,
	args: readonly string[],
	{ cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Took {
	const { status, stdout, stderr } = spawnSync(TIME, ['-f', '%e %U %S %M', command, ...args], {
		cwd,
		env: { ...process.env, ...env },
		encoding: 'utf8',
		maxBuffer: 2 ** 26,
	});
	if (status !== 0)
		return stop(
			`${command} ${args.join(' ')} failed, or ${TIME} is missing (Debian: apt install time).\n${stdout}${stderr}`,
		);
	const [wall = 0, user = 0, system = 0, peak = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
	return {
		wallSeconds: wall,
		cpuSeconds: Number((user + system).toFixed(2)),
		peakMegabytes: Math.round(peak / 1024),
	};
}
