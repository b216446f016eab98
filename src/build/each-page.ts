import type { AstroPrerenderer } from 'astro';

/** The file of the page at a path: `clusters/index.html`. */
const fileAt = (path: string): string => (path === '/404/' ? '404.html' : `${path.slice(1)}index.html`);

/**
 * Has each page that Astro renders finished before it is written: as bytes, since to encode a text takes a fifth of
 * a millisecond. What is no page stays as it is.
 */
export const eachPage =
	(finish: (page: string, html: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>) =>
	(prerenderer: AstroPrerenderer): AstroPrerenderer => ({
		...prerenderer,
		render: async (request, options) => {
			const rendered = await prerenderer.render(request, options);
			const response = rendered instanceof Response ? rendered : rendered.response;
			if (!response.headers.get('Content-Type')?.startsWith('text/html')) return rendered;
			const html = Buffer.from(await response.arrayBuffer());
			return new Response(finish(fileAt(new URL(request.url).pathname), html), { status: response.status });
		},
	});
