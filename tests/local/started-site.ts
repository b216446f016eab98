import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** `npm run serve` as a process of its own, with these settings; it ends with its test. */
export function startSite(settings: Record<string, string>) {
	const started = spawn(process.execPath, ['src/local/serve-built-site.ts'], {
		env: { ...process.env, PORT: '0', ...settings },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	onTestFinished(() => void started.kill('SIGKILL'));
	let output = '';
	const listeners = new Set<() => void>();
	for (const stream of [started.stdout, started.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			for (const listener of listeners) listener();
		});
	}
	const ended = once(started, 'exit').then(([code]: unknown[]) => ({ code, output }));
	/** Waits for words, and gives the part of them in brackets. */
	const said = (words: RegExp) =>
		new Promise<string>((done) => {
			const look = () => {
				const match = words.exec(output);
				if (!match) return;
				listeners.delete(look);
				done(match[1] ?? '');
			};
			listeners.add(look);
			look();
		});
	const kill = async (signal?: NodeJS.Signals) => {
		started.kill(signal);
		await ended;
	};
	return { ended, said, kill, output: () => output };
}
