import type { Browser, Page } from 'playwright-core';

/** An event of a trace of Chromium; times in microseconds, `tdur` is what the thread itself worked. */
interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** What the main thread of a page worked, in milliseconds: other work of the machine does not count. */
export interface MainThread {
	/** From each mark of one name to the next of another: all tasks in between. */
	between: (start: string, end: string) => number[];
	longestTask: number;
}

/** Does something in a page that sets marks (`performance.mark`), and tells what its main thread worked. */
export async function workOf(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<MainThread> {
	await browser.startTracing(page, { categories: CATEGORIES });
	await act();
	// What Chromium wrote.
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const marks = traceEvents.filter(({ ph, name }) => (ph === 'I' || ph === 'R') && !name.includes('::'));
	const main = marks.find(({ name }) => name.startsWith('bench-'));
	const isMain = ({ pid, tid }: TraceEvent) => pid === main?.pid && tid === main.tid;
	const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name.includes('RunTask') && isMain(event));
	return {
		between: (start, end) => {
			const ends = marks.filter(({ name }) => name === end);
			return marks
				.filter(({ name }) => name === start)
				.map(({ ts }) => {
					const until = ends.find((mark) => mark.ts >= ts)?.ts ?? ts;
					const within = tasks.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts < until);
					return within.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000;
				});
		},
		longestTask: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
	};
}
