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

/** What a build does with each page. Its key is the one that its route gives it, if it gives one (model/page-keys.ts). */
interface PageWork {
	/** Puts a page into its place without having it rendered. Answers whether it could. */
	take: (page: string, key: string) => boolean;
	/** Finishes a page before it is written: as bytes, since to encode a text takes a fifth of a millisecond. */
	finish: (page: string, html: Buffer<ArrayBuffer>, key: string | undefined) => Buffer<ArrayBuffer>;
}

/** Has a build do its work with each page that Astro is to render. What is no page stays as it is. */
export const eachPage =
	({ take, finish }: PageWork) =>
	(prerenderer: AstroPrerenderer): AstroPrerenderer => {
		const keys = new Map<string, string>();
		return {
			...prerenderer,
			getStaticPaths: async () => {
				const paths = await prerenderer.getStaticPaths();
				return paths.filter(({ pathname, cacheKey }) => {
					if (cacheKey === undefined) return true;
					keys.set(fileAt(pathname), cacheKey);
					return !take(fileAt(pathname), cacheKey);
				});
			},
			render: async (request, options) => {
				const rendered = await prerenderer.render(request, options);
				const response = rendered instanceof Response ? rendered : rendered.response;
				if (!response.headers.get('Content-Type')?.startsWith('text/html')) return rendered;
				const html = Buffer.from(await response.arrayBuffer());
				const page = fileAt(new URL(request.url).pathname);
				return new FinishedPage(finish(page, html, keys.get(page)), response.status);
			},
		};
	};
