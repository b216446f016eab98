import type { AstroPrerenderer } from 'astro';

/** The file of the page at a path: `clusters/index.html`. */
const fileAt = (path: string): string => (path === '/404/' ? '404.html' : `${path.slice(1)}index.html`);

/** A page as Astro takes it, with its bytes as they are: a Response of its own would copy them in and out. */
class FinishedPage extends Response {
	readonly #html: Buffer<ArrayBuffer>;

	constructor(html: Buffer<ArrayBuffer>, status: number) {
		super('', { status });
		this.#html = html;
	}

	override arrayBuffer(): Promise<ArrayBuffer> {
		const { buffer, byteOffset, byteLength } = this.#html;
		// Small ones may share a buffer with others.
		const isAlone = buffer.byteLength === byteLength;
		return Promise.resolve(isAlone ? buffer : buffer.slice(byteOffset, byteOffset + byteLength));
	}
}

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
			return new FinishedPage(finish(fileAt(new URL(request.url).pathname), html), response.status);
		},
	});
