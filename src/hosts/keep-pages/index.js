// What Netlify does around a build (netlify.toml): it brings back what the last one left, so that pages of which nothing
// has changed are not made again, and share cards not drawn again.

const LEFT = ['.astro/last-build', 'node_modules/.cache/share-cards'];

export const onPreBuild = async ({ utils }) => {
	await utils.cache.restore(LEFT);
};

export const onPostBuild = async ({ utils }) => {
	// Nothing is new where the list of pages is the same.
	await utils.cache.save(LEFT, { digests: ['.astro/last-build/pages/list'] });
};
