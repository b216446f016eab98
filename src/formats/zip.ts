import { Zip, ZipPassThrough } from 'fflate';
import { deflateRawSync } from 'node:zlib';

const DEFLATED = 8;

/** A file of an archive, packed by Node’s own zlib, which takes a quarter of the time. It is handed over whole. */
class PackedFile extends ZipPassThrough {
	override compression = DEFLATED;

	protected override process(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): void {
		this.ondata(null, deflateRawSync(bytes), isLast);
	}
}

/** Files as a ZIP archive. */
export function toZip(
	files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[],
	changedAt: Date,
): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const archive = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part);
	});
	for (const { name, bytes } of files) {
		const file = new PackedFile(name);
		file.mtime = changedAt;
		archive.add(file);
		file.push(bytes, true);
	}
	archive.end();
	return Buffer.concat(parts);
}
