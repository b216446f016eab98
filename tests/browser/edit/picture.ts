import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Writes a small picture into a folder, as an editor has it on the disk. Returns its path. */
export function writePicture(folder: string, name: string): string {
	const path = join(folder, name);
	writeFileSync(path, Buffer.from(ONE_PIXEL, 'base64'));
	return path;
}
