import { escapeUTF8 } from 'entities';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pagePolicy, withPolicy } from './content-security-policy.ts';

/** A page at a former address, for hosts that lead nobody on: browsers go on at once, and search engines take it for the new one. */
export function formerPage(to: string, site: string): string {
	const address = escapeUTF8(new URL(to, site).href);
	const path = escapeUTF8(to);
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>This page has moved</title><meta http-equiv="refresh" content="0; url=${path}"><meta name="robots" content="noindex"><link rel="canonical" href="${address}"></head><body><h1>This page has moved</h1><p><a href="${path}">Go on to its new address</a></p></body></html>\n`;
}

/** Writes pages in place of the lines of `_redirects`: a host that reads these would show the page and not lead on. */
export function writeFormerPages(folder: string, site: string): number {
	const file = join(folder, '_redirects');
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	for (const line of lines) {
		const [from = '', to = ''] = line.split(' ');
		const page = join(folder, from, 'index.html');
		mkdirSync(dirname(page), { recursive: true });
		writeFileSync(page, withPolicy(Buffer.from(formerPage(to, site)), pagePolicy([])));
	}
	writeFileSync(file, '');
	return lines.length;
}
