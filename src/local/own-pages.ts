import type { IncomingMessage } from 'node:http';
import { refuse } from '../hosts/refused-request.ts';

const ownHosts = (port: number): string[] =>
	['localhost', '127.0.0.1', '[::1]'].map((name) => (port === 80 ? name : `${name}:${port}`));

/** What is said to others than pages of this server on this machine. */
interface Sentences {
	/** To another machine, with the address of this one: `http://localhost:4321`. */
	otherMachine: (address: string) => string;
	otherSite: string;
}

/** Refuses what does not come from a page of this very server, by what browsers say and cannot be made to say otherwise. */
export function refuseOthers({ headers, socket }: IncomingMessage, { otherMachine, otherSite }: Sentences): void {
	const { localPort = 0, remoteAddress = '' } = socket;
	const host = headers.host ?? '';
	const hosts = ownHosts(localPort);
	// A name that another site lets point here would come with that name.
	if (!hosts.includes(host) || !/^(?:::1|(?:::ffff:)?127\.[\d.]+)$/.test(remoteAddress)) {
		refuse(403, otherMachine(`http://${hosts[0] ?? ''}`));
	}
	const site = headers['sec-fetch-site'] ?? 'same-origin';
	const isForeign = headers.origin !== undefined && headers.origin !== `http://${host}`;
	if (isForeign || (site !== 'same-origin' && site !== 'none')) refuse(403, otherSite);
}
