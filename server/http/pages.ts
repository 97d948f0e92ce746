import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyError, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isRefusal } from '../core/decision.ts';
import { type Api, sendProblem } from './api.ts';
import { headed, type Sharer, unheaded, wantedLanguage } from './page-head.ts';

export type PageName = 'stage' | 'studio' | 'desk' | 'book';

const FRESH = { 'cache-control': 'no-cache' };
/** The address is the secret: no cache keeps the page, and no search engine names it. */
const SECRET = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** The built pages of a folder. Each page's HTML is read once; everything else in it has a hash in its name. */
export async function pageRoutes(api: Api, dist: string, door: 'private' | 'public', sharer: Sharer): Promise<void> {
  const html = new Map<PageName, string>();
  const read = (name: PageName) => {
    const text = html.get(name) ?? readFileSync(join(dist, name, 'index.html'), 'utf8');
    html.set(name, text);
    return text;
  };
  const page = (url: string, name: PageName, headers: Readonly<Record<string, string>> = FRESH) => {
    const handler = (_request: unknown, reply: FastifyReply) => {
      return reply.type('text/html; charset=utf-8').headers(headers).send(read(name));
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
      preCompressed: true,
      maxAge: '1y',
      decorateReply: false,
    });
    done();
  });
  viewersPage(api, () => read('book'), sharer);
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

const Address = z.object({ handle: z.string().max(512), service: z.string().max(512).optional() });

/** `/@HANDLE`, with what a link to it shows where it is shared; a handle of nobody is 404, with the page's own face. */
function viewersPage(api: Api, read: () => string, sharer: Sharer): void {
  for (const url of ['/@:handle', '/@:handle/:service']) {
    api.route({
      method: 'GET',
      url,
      config: { access: 'anyone' },
      schema: { hide: true, params: Address },
      handler: async (request, reply) => {
        const { handle, service } = request.params;
        const language = wantedLanguage(request.headers['accept-language']);
        reply.type('text/html; charset=utf-8').headers({ ...FRESH, vary: 'accept-language' });
        const page = await sharer.page(handle.toLowerCase());
        if (isRefusal(page)) return reply.code(404).header('x-robots-tag', 'noindex').send(unheaded(read(), language));
        return reply.send(headed(read(), page, service ?? null, language, sharer.publicUrl()));
      },
    });
  }
}
