import type { AstroIntegration } from 'astro';

/** Whether a build makes the editor: yes, unless `EDITOR_PAGE` is `off`, which spares builds in tests ten seconds. */
export const hasEditor = (): boolean => process.env['EDITOR_PAGE'] !== 'off';

/** Puts the editor at `/admin/`. */
export const editorPage = (): AstroIntegration => ({
	name: 'editor-page',
	hooks: {
		'astro:config:setup': ({ injectRoute }) => {
			if (hasEditor()) injectRoute({ pattern: '/admin', entrypoint: './src/editor/EditorPage.astro' });
		},
	},
});
