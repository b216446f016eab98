import type { AstroPrerenderer } from 'astro';

/** The file of the page at a path: `clusters/index.html`. */
const fileAt = (path: string): string => (path === '/404/' ? '404.html' : `${path.slice(1)}index.html`);

/** Has each page that Astro renders finished before it is written. What is no page stays as it is. */
export const eachPage =
	(finish: (page: string, html: string) => string) =>
	(prerenderer: AstroPrerenderer): AstroPrerenderer => ({
		...prerenderer,
		render: async (request, options) => {
			const rendered = await prerenderer.render(request, options);
			const response = rendered instanceof Response ? rendered : rendered.response;
			if (!response.headers.get('Content-Type')?.startsWith('text/html')) return rendered;
			const html = finish(fileAt(new URL(request.url).pathname), await response.text());
			return new Response(html, { status: response.status });
		},
	});
