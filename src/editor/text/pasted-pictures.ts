/** Where RTF says of a picture that browsers show it. Word writes each a second time, in a type that they do not. */
const SHOWN_TYPE = /\\(png|jpeg)blip/;
const CONTROL_WORD = /\\[a-z]+-?\d*/gi;
/** The bytes of a picture: longer than its numbers. */
const BYTES = /[0-9a-f][0-9a-f\s]{63,}/i;

/** A picture from a clipboard, with a name that no other has. */
const toFile = (content: BlobPart, type: string): File =>
	new File([content], `picture-${crypto.randomUUID().slice(0, 8)}.${type.replace('jpeg', 'jpg')}`, {
		type: `image/${type}`,
	});

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
	const digits = hex.replace(/\s+/g, '');
	return Uint8Array.from({ length: digits.length >> 1 }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

/** The pictures of a text in RTF, in their order: the HTML of Word names them by files that no page may read. */
export const picturesInRtf = (rtf: string): File[] =>
	rtf
		.split(/\\pict(?![a-z])/)
		.slice(1)
		.flatMap((part) => {
			const type = SHOWN_TYPE.exec(part)?.[1];
			const hex = BYTES.exec(part.replace(CONTROL_WORD, ''))?.[0];
			return type && hex ? [toFile(bytesOf(hex), type)] : [];
		});

/** A picture that its address holds. */
function pictureIn(address: string): File | undefined {
	const [, type, data] = /^data:image\/(png|jpeg|webp|avif);base64,([a-z0-9+/=\s]+)$/i.exec(address) ?? [];
	return type && data
		? toFile(
				Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)),
				type.toLowerCase(),
			)
		: undefined;
}

/** The pictures that a clipboard brings for the addresses in its HTML; none for one that lies elsewhere on the web. */
export function picturesFor(addresses: readonly string[], clipboard: DataTransfer): (File | undefined)[] {
	const isLocal = (address: string) => address.startsWith('file:');
	const inRtf = addresses.some(isLocal) ? picturesInRtf(clipboard.getData('text/rtf')) : [];
	// Of any other number nobody can say which is which.
	const local = inRtf.length === addresses.filter(isLocal).length ? inRtf : [];
	return addresses.map((address) => (isLocal(address) ? local.shift() : pictureIn(address)));
}

/** The pictures that a clipboard or a drag holds as files. What is copied is called image.png by every browser. */
export const pictureFiles = ({ files }: DataTransfer): File[] =>
	[...files]
		.filter(({ type }) => type.startsWith('image/'))
		.map((file) => (/^image\.\w+$/.test(file.name) ? toFile(file, file.type.replace('image/', '')) : file));
