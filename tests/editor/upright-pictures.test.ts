import { expect, test } from 'vitest';
import { getMediaProcessingFileName } from '../../src/editor/upright-pictures.ts';

test.each([
	['House.JPG', 'house.jpg'],
	['Haus v1.2 (neu).PNG', 'haus-v1-2-neu.png'],
	['Évora.webp', 'evora.webp'],
	['con.png', 'picture-con.png'],
	['图.png', 'picture.png'],
	['.png', 'picture.png'],
	['no ending', 'no-ending'],
])('the picture %s is kept as %s', (name, kept) => {
	expect(getMediaProcessingFileName(name)).toBe(kept);
});
