import { accessSync, constants } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';

/** Where systems keep programs that only administrators are expected to start. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

const canRun = (file: string): boolean => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** The file of a program on the path; undefined if there is none. */
export const findProgram = (name: string): string | undefined =>
	[...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS]
		.map((folder) => join(folder, name))
		.find((file) => canRun(file));

/** A port of this machine on which nothing listens. */
export const freePort = (): Promise<number> =>
	new Promise((done) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => {
				done(port);
			});
		});
	});
