import { expect, test } from 'vitest';
import { picturesInRtf } from '../../../src/editor/text/pasted-pictures.ts';

const PNG = '89504e470d0a1a0a'.repeat(8);
const JPEG = 'ffd8ffe000104a46'.repeat(8);
const inRows = (hex: string) => hex.replace(/(.{20})/g, '$1\r\n');

const texts: [string, string, [name: RegExp, hex: string][]][] = [
	['none', String.raw`{\rtf1 Words about \picture frames, 0123456789}`, []],
	[
		'one of Word',
		String.raw`{\pict{\*\picprop{\sp{\sn shapeType}{\sv 75}}}\picw640\pngblip\bliptag-12345{\*\blipuid 0123456789abcdef0123456789abcdef}${'\n'}${PNG}}`,
		[[/png$/, PNG]],
	],
	['one in rows', String.raw`{\pict\jpegblip\bliptag7 ${inRows(JPEG)}}`, [[/jpg$/, JPEG]]],
	[
		'one that Word writes twice',
		String.raw`{\*\shppict{\pict\pngblip ${PNG}}}{\nonshppict{\pict\wmetafile8 ${JPEG}}}`,
		[[/png$/, PNG]],
	],
	[
		'two, in their order',
		String.raw`{\pict\pngblip ${PNG}}Words{\pict\jpegblip ${JPEG}}`,
		[
			[/png$/, PNG],
			[/jpg$/, JPEG],
		],
	],
];

test.each(texts)('the pictures of a text are found: %s', async (_what, rtf, expected) => {
	const found = picturesInRtf(rtf);
	expect(found).toHaveLength(expected.length);
	for (const [index, [name, hex]] of expected.entries()) {
		const file = found[index];
		expect(file?.name).toMatch(name);
		expect(Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer()).toString('hex')).toBe(hex);
	}
});
