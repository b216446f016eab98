import type { IncomingMessage } from 'node:http';

/** Who asks: a page of this very server, somebody who is not at this machine, or a page of another site. */
export type Asker = 'own-page' | 'other-machine' | 'other-site';

/** The names by which this machine reaches a server of its own, the usual one first. */
export const ownHosts = (port: number): string[] =>
	['localhost', '127.0.0.1', '[::1]'].map((name) => (port === 80 ? name : `${name}:${port}`));

/** Tells who sent a request, from what the browser says and cannot be made to say otherwise. */
export function askerOf({ headers, socket }: IncomingMessage): Asker {
	const { localPort = 0, remoteAddress = '' } = socket;
	const host = headers.host ?? '';
	// A name that another site lets point here would come with that name.
	if (!ownHosts(localPort).includes(host) || !/^(?:::1|(?:::ffff:)?127\.[\d.]+)$/.test(remoteAddress)) {
		return 'other-machine';
	}
	const site = headers['sec-fetch-site'] ?? 'same-origin';
	const isForeign = headers.origin !== undefined && headers.origin !== `http://${host}`;
	return isForeign || (site !== 'same-origin' && site !== 'none') ? 'other-site' : 'own-page';
}
