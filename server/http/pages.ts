import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyError, FastifyReply } from 'fastify';
import { type Api, sendProblem } from './api.ts';

export type PageName = 'stage' | 'studio' | 'desk' | 'book';

const FRESH = { 'cache-control': 'no-cache' };
/** The address is the secret: no cache keeps the page, and no search engine names it. */
const SECRET = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** The built pages of a folder. Each page's HTML is read once; everything else in it has a hash in its name. */
export async function pageRoutes(api: Api, dist: string, door: 'private' | 'public'): Promise<void> {
  const html = new Map<PageName, string>();
  const page = (url: string, name: PageName, headers: Readonly<Record<string, string>> = FRESH) => {
    const handler = (_request: unknown, reply: FastifyReply) => {
      const text = html.get(name) ?? readFileSync(join(dist, name, 'index.html'), 'utf8');
      html.set(name, text);
      return reply.type('text/html; charset=utf-8').headers(headers).send(text);
    };
    api.route({ method: 'GET', url, config: { access: 'anyone' }, schema: { hide: true }, handler });
  };
  await api.register((assets, _options, done) => {
    assets.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'anyone' };
      route.schema = { ...route.schema, hide: true };
    });
    // A path that leads out of the folder is told no more than one that leads nowhere.
    assets.setErrorHandler((error: FastifyError, _request, reply) => {
      if ((error.statusCode ?? 500) >= 500) throw error;
      return sendProblem(reply, 404, 'not-found');
    });
    const root = join(dist, 'assets');
    assets.register(statics, {
      root,
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '1y',
      decorateReply: false,
    });
    done();
  });
  page('/@:handle', 'book');
  page('/@:handle/:service', 'book');
  page('/t/:secret', 'book', SECRET);
  if (door === 'public') return;
  page('/studio', 'studio');
  page('/desk', 'desk');
  page('/stage/', 'stage');
  api.route({
    method: 'GET',
    url: '/',
    config: { access: 'anyone' },
    schema: { hide: true },
    handler: (_request, reply) => reply.redirect('/studio'),
  });
  api.route({
    method: 'GET',
    url: '/stage',
    config: { access: 'anyone' },
    schema: { hide: true },
    handler: (_request, reply) => reply.redirect('/stage/'),
  });
}
