import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './desk.ts';

/** Brings a draft of a profile to the board, as the forms of the site do. */
export function draftWaits({ git, root }: Desk, slug: string, text: string, state = 'draft'): void {
	git('switch', '--quiet', '--create', `cms/clusters/${slug}`);
	writeFileSync(join(root, `content/clusters/${slug}.md`), text);
	git('add', '.');
	git('commit', '--quiet', '--message=A draft');
	git('switch', '--quiet', 'main');
	git('config', `branch.cms/clusters/${slug}.description`, `decap-cms/${state}`);
}
