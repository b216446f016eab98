import { satteri } from '@astrojs/markdown-satteri';
import { contentFolder } from '../files/folders.ts';
import { findPublished } from '../files/published-picture.ts';
import { pictureInText } from '../formats/markdown.ts';

/** Reads MDX, and gives its pictures what those in other texts get; Astro would make its own, with what no browser has. */
export const picturesInMdx = satteri({
	hastPlugins: [
		{
			name: 'pictures-in-mdx',
			element: {
				filter: ['img'],
				visit: (image, context) => {
					const { src, alt } = image.properties;
					const shown = pictureInText(String(src), alt ?? '', (file) => findPublished(contentFolder, file));
					if (shown.problem) throw new Error(`${shown.problem.rule}. ${shown.problem.mend}`);
					for (const [name, value] of Object.entries(shown.attributes ?? {})) context.setProperty(image, name, value);
				},
			},
		},
	],
});
