import { describe, expect, test } from 'vitest';
import { readHeaderRules, toServerConfig } from '../../src/local/server-config.ts';

const site = {
	folder: '/var/www/my clusters',
	headers: [
		'/*',
		'  X-Frame-Options: DENY',
		'/clusters/*',
		"  Content-Security-Policy: script-src 'self'; img-src 'self'",
		'/clusters/cards/*',
		'  X-Robots-Tag: noindex',
		'/404.html',
		"  Content-Security-Policy: script-src 'none'",
		'',
	].join('\n'),
	redirects: '/clusters/old/ /clusters/new/ 301\n',
};

test('the rules of a headers file are read', () => {
	expect(readHeaderRules(site.headers)).toEqual([
		['/*', [['X-Frame-Options', 'DENY']]],
		['/clusters/*', [['Content-Security-Policy', "script-src 'self'; img-src 'self'"]]],
		['/clusters/cards/*', [['X-Robots-Tag', 'noindex']]],
		['/404.html', [['Content-Security-Policy', "script-src 'none'"]]],
	]);
});

describe('what nginx is told', () => {
	const told = toServerConfig('nginx', site);
	const location = (path: string) => told.split(`location ${path} {`)[1]?.split('\n}')[0];

	test('has in each location the headers of all rules that match, for nginx sends no others there', () => {
		expect(location('/')?.trim()).toBe('add_header X-Frame-Options "DENY" always;');
		expect(location('/clusters/cards/')?.trim().split('\n')).toEqual([
			'add_header X-Frame-Options "DENY" always;',
			`\tadd_header Content-Security-Policy "script-src 'self'; img-src 'self'" always;`,
			'\tadd_header X-Robots-Tag "noindex" always;',
		]);
		expect(location('= /404.html')).toContain("script-src 'none'");
	});

	test('leads former addresses on, shows the page for what is not there, and hides what is for hosts', () => {
		expect(told).toContain('root "/var/www/my clusters";');
		expect(told).toContain('location = /clusters/old/ { return 301 /clusters/new/; }');
		expect(told).toContain('error_page 403 404 =404 /404.html;');
		expect(told).toContain('location = /_headers { return 404; }');
	});
});

test('what Caddy is told has a line for each header, and answers nothing that is posted', () => {
	const told = toServerConfig('caddy', site).split('\n');
	expect(told).toContain('root * "/var/www/my clusters"');
	expect(told).toContain(`header /clusters/* Content-Security-Policy "script-src 'self'; img-src 'self'"`);
	expect(told).toContain('redir /clusters/old/ /clusters/new/ permanent');
	expect(told).toContain('respond @changing 405');
});
