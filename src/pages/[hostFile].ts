import type { APIRoute } from 'astro';
import { loadSite } from '../model/load.ts';
import { formatRedirects } from '../formats/redirects.ts';

// Astro leaves out pages whose name starts with _, so the name of the host's file is a parameter.
export const getStaticPaths = () => [{ params: { hostFile: '_redirects' } }];

export const GET: APIRoute = async () => new Response(formatRedirects(await loadSite()));
