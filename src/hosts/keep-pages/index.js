// What Netlify does around a build (netlify.toml): it brings back what the last one kept, so that pages of which nothing
// has changed are not made again.

const KEPT = '.astro/last-build';

export const onPreBuild = async ({ utils }) => {
	await utils.cache.restore(KEPT);
};

export const onPostBuild = async ({ utils }) => {
	await utils.cache.save(KEPT, { digests: [`${KEPT}/pages/list`] });
};
