import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../shared/local-text.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, sendProblem } from './api.ts';
import { type Packed, packed, sendPacked } from './packed.ts';
import { headed, unheaded, wantedLanguage } from './page-head.ts';
import type { Sharer } from './share-picture.ts';

export type PageName = 'stage' | 'studio' | 'desk' | 'book';

const FRESH = { 'cache-control': 'no-cache' };
/** The address is the secret: no cache keeps the page, and no search engine names it. */
const SECRET = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** Whose pages they are; on the public door the desk's is there while `hasDesk` says so. */
type PagesDoor = { readonly type: 'private' } | { readonly type: 'public'; readonly hasDesk: () => boolean };

/** The built pages of a folder. Each page's HTML is read once; everything else in it has a hash in its name. */
export async function pageRoutes(api: Api, dist: string, door: PagesDoor, sharer: Sharer): Promise<void> {
  const html = new Map<PageName, string>();
  const read = (name: PageName) => {
    const text = html.get(name) ?? readFileSync(join(dist, name, 'index.html'), 'utf8');
    html.set(name, text);
    return text;
  };
  const page = (
    url: string,
    name: PageName,
    headers: Readonly<Record<string, string>> = FRESH,
    isThere = () => true,
  ) => {
    const handler = (_request: unknown, reply: FastifyReply) => {
      if (!isThere()) return sendProblem(reply, 404, 'not-found');
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
  const inLanguage = inLanguages(dist, () => read('book'));
  viewersPage(api, inLanguage, sharer);
  page('/t/:secret', 'book', SECRET);
  if (door.type === 'public') {
    // While the desk is not let out its address leads nowhere, as any other does.
    page('/desk', 'desk', { ...FRESH, 'x-robots-tag': 'noindex' }, door.hasDesk);
    // Whoever cut the address down to its host is told that a link or a code goes on. Nothing of ours is here, so 404.
    api.route({
      method: 'GET',
      url: '/',
      config: { access: 'anyone' },
      schema: { hide: true },
      handler: (request, reply) => sendNowhere(request, reply, inLanguage),
    });
    return;
  }
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

/**
 * The viewers' page by language: with a hint to fetch that language's texts beside the scripts, which otherwise ask for them
 * only when they run. Which asset has them is in the manifest of the build; without one there is no hint.
 */
function inLanguages(dist: string, read: () => string): (language: Language) => string {
  const made = new Map<Language, string>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const file = readManifest(dist)[`../shared/locales/${language}/book.ts`]?.file;
    const hint = file === undefined ? '' : `  <link rel="modulepreload" crossorigin href="/${file}">\n  `;
    const html = read().replace('</head>', () => `${hint}</head>`);
    made.set(language, html);
    return html;
  };
}

function readManifest(dist: string): Readonly<Record<string, { readonly file: string } | undefined>> {
  const file = join(dist, '.vite', 'manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

const Address = z.object({ handle: z.string().max(512), service: z.string().max(512).optional() });

/** `/@HANDLE`, with what a link to it shows where it is shared; a handle of nobody is 404, with the page's own face. */
function viewersPage(api: Api, html: (language: Language) => string, sharer: Sharer): void {
  const prepared = preparedPages(html, sharer);
  for (const url of ['/@:handle', '/@:handle/:service']) {
    api.route({
      method: 'GET',
      url,
      config: { access: 'anyone' },
      schema: { hide: true, params: Address },
      handler: async (request, reply) => {
        const { handle, service } = request.params;
        const language = wantedLanguage(request.headers['accept-language']);
        const page = await sharer.page(handle.toLowerCase());
        reply.type('text/html; charset=utf-8').headers({ ...FRESH, vary: 'accept-language, accept-encoding' });
        if (isRefusal(page)) return sendNowhere(request, reply, html);
        const slug = await slugOf(page, service, sharer);
        // By a handle or short name of before. Not for good: another creator or offer may have it one day.
        if (page.handle !== handle.toLowerCase() || slug !== service) {
          return reply.redirect(addressOf(page, slug, request.url), 302);
        }
        return sendPacked(request, reply, prepared(page, slug, language));
      },
    });
  }
}

/** The short name of now of the offer that the address names; as it was typed where it names none. */
async function slugOf(page: PublicPage, typed: string | undefined, sharer: Sharer): Promise<string | undefined> {
  const offers = (slug: string | null) => page.services.some((one) => one.slug === slug);
  if (typed === undefined || offers(typed)) return typed;
  // As it is said, a short name has no small and capital letters.
  const asked = typed.toLowerCase();
  if (offers(asked)) return asked;
  const renamed = await sharer.slugNow(asked);
  return renamed !== null && offers(renamed) ? renamed : typed;
}

/** The address of the page with that offer, and the query that it was asked with. */
function addressOf({ handle }: PublicPage, slug: string | undefined, url: string): string {
  const query = url.indexOf('?');
  const path = slug === undefined ? `/@${handle}` : `/@${handle}/${encodeURIComponent(slug)}`;
  return query === -1 ? path : path + url.slice(query);
}

/** 404 with the viewers' page's own face of it, in the browser's language. */
function sendNowhere(request: FastifyRequest, reply: FastifyReply, html: (language: Language) => string): FastifyReply {
  const language = wantedLanguage(request.headers['accept-language']);
  return reply
    .code(404)
    .type('text/html; charset=utf-8')
    .headers({ ...FRESH, vary: 'accept-language, accept-encoding', 'x-robots-tag': 'noindex' })
    .send(unheaded(html(language), language));
}

/**
 * The page's bytes by offer and language, made once for as long as the sharer shows the same page: ten thousand viewers
 * who come within a minute are answered out of memory.
 */
function preparedPages(html: (language: Language) => string, sharer: Sharer) {
  const prepared = new WeakMap<PublicPage, Map<string, Packed>>();
  return (page: PublicPage, service: string | undefined, language: Language): Packed => {
    const slug = page.services.find((one) => one.slug === service)?.slug ?? null;
    const ofPage = prepared.get(page) ?? new Map<string, Packed>();
    prepared.set(page, ofPage);
    // A slug has no space, and what strangers write in the address is not kept.
    const key = `${language} ${slug ?? ''}`;
    const known = ofPage.get(key);
    if (known) return known;
    const made = packed(headed(html(language), page, slug, language, sharer.publicUrl()));
    ofPage.set(key, made);
    return made;
  };
}
