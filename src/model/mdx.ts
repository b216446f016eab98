type MdxComponent = typeof import('*.mdx').default;

const mdxPages = import.meta.glob<MdxComponent>('@content/guide/*.mdx', { import: 'default' });
const mdxPath = (id: string) => Object.keys(mdxPages).find((path) => path.endsWith(`/guide/${id}.mdx`));

/** Whether the body of a guide page is MDX, which only developers write. */
export const hasMdx = (id: string): boolean => mdxPath(id) !== undefined;

/** The body of an MDX guide page as a component. Throws if there is none. */
export async function loadMdx(id: string): Promise<MdxComponent> {
	const page = mdxPages[mdxPath(id) ?? ''];
	if (!page) throw new Error(`content/guide/${id}.mdx is missing.`);
	return page();
}
