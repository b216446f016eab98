const WAIT_IN_MILLISECONDS = 30_000;

/** Whether an answer is one that the receiver alone gives: a server of files may answer to anything. */
async function isReceived(answer: Response, proof: string): Promise<boolean> {
	const [kind, name = ''] = proof.split(' ');
	if (kind === 'header') return answer.headers.has(name);
	const said: unknown = await answer.json().catch(() => undefined);
	return typeof said === 'object' && said !== null && Reflect.get(said, name) === true;
}

/** Posts to a receiver, whose answer must give its proof; says in a sentence why that failed, undefined if it arrived. */
export async function post(address: URL, body: URLSearchParams | FormData, proof = ''): Promise<string | undefined> {
	const wait = new AbortController();
	const timer = setTimeout(() => {
		wait.abort();
	}, WAIT_IN_MILLISECONDS);
	try {
		const { signal } = wait;
		const answer = await fetch(address, { method: 'POST', body, signal, headers: { Accept: 'application/json' } });
		if (!answer.ok) return `It could not be sent: the receiver answered with an error (${answer.status}).`;
		return (await isReceived(answer, proof)) ? undefined : 'It could not be sent: nobody received it at that address.';
	} catch {
		return wait.signal.aborted
			? 'There is no answer; it may have arrived or not.'
			: 'It could not be sent: the connection failed.';
	} finally {
		clearTimeout(timer);
	}
}
