import type { FastifyContextConfig, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { may } from '../../shared/rights.ts';
import { type AllowedHosts, isOwnOrigin, soleHost } from '../core/hosts.ts';
import { type Access, type Api, type Caller, sendProblem } from './api.ts';
import { giveCookie, loginCookieOf } from './login-cookie.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a request that another page of this browser made: by the name it asked for, its origin, its site. */
export function guardOrigin(api: Api, hosts: AllowedHosts): void {
  api.addHook('onRequest', async (request, reply) => {
    if (!hosts.allows(soleHost(request.raw.rawHeaders))) {
      return sendProblem(reply, 403, 'wrong-host', {
        detail:
          'Cuedesk does not answer to this name. Use the address it printed at its start, or set the name as its own.',
      });
    }
    if (!comesFromOtherSite(request)) return;
    return sendProblem(reply, 403, 'other-site', {
      detail: 'Another site asked for this. Only pages of Cuedesk itself may.',
    });
  });
}

/**
 * Browsers say where a request comes from (Fetch Metadata; Origin where they are older). Following a link from another
 * site to a page is fine; anything that acts, or that reads the API, is not. Scripts send neither header.
 */
function comesFromOtherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  const reads = READS.has(request.method);
  // By the route: an address may be written in other ways than the one that it means.
  const isPage = !/^\/(?:api|socket\.io)\//.test(request.routeOptions.url ?? request.url);
  if (site === 'cross-site' || site === 'same-site') return !(reads && isPage);
  const { origin } = request.headers;
  if (origin === undefined || (reads && isPage)) return false;
  return !isOwnOrigin(origin, request.headers.host);
}

/** Whom a door knows, and which of its guarded routes it has at all. */
export interface Keeper {
  byBearer(token: string): Caller | null;
  /** Who calls by a cookie, and for how many seconds it is good from now on where that has just changed. */
  useLogin(cookie: string): Promise<{ readonly person: Caller; readonly renewedSeconds: number | null } | null>;
  serves(route: FastifyContextConfig): boolean;
}

/**
 * Finds out who is calling and lets in only whom the route names in `config.access` and `config.right`: the one place
 * where rights are checked. A route without `access`, or with a right that its access leaves no use for, is a fault at
 * start.
 */
export function guardAccess(api: Api, keeper: Keeper): void {
  api.decorateRequest('caller', null);
  api.decorateReply('problem', '');
  const routes: RouteOptions[] = [];
  api.decorate('routesOfDoor', routes);
  api.addHook('onRoute', (route) => void routes.push(route));
  api.addHook('onReady', async () => {
    const open = routes.find((route) => route.config?.access === undefined);
    if (open) throw new Error(`route ${String(open.method)} ${open.url} does not say who may call it`);
    const idle = routes.find(({ config }) => config?.right !== undefined && config.access !== 'desk');
    if (idle) throw new Error(`route ${String(idle.method)} ${idle.url} names a right and is not the desk's`);
  });
  api.addHook('onRequest', async (request, reply) => {
    const wanted = request.routeOptions.config.access ?? 'owner';
    // An address that leads nowhere says so to everybody: there is nothing behind it to guard.
    if (wanted === 'anyone' || request.is404) return;
    if (!keeper.serves(request.routeOptions.config)) return sendProblem(reply, 404, 'not-found');
    request.caller = await findCaller(request, reply, keeper);
    return refuseCaller(request, reply, wanted);
  });
  // A body may be long on its way: who was somebody at its beginning may be nobody at its end, or have other rights.
  api.addHook('preHandler', async (request, reply) => {
    if (!request.caller || READS.has(request.method)) return;
    request.caller = await findCaller(request, reply, keeper);
    return refuseCaller(request, reply, request.routeOptions.config.access ?? 'owner');
  });
}

async function findCaller(request: FastifyRequest, reply: FastifyReply, keeper: Keeper): Promise<Caller | null> {
  const bearer = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return keeper.byBearer(bearer);
  const { name, token } = loginCookieOf(request);
  const used = token ? await keeper.useLogin(token) : null;
  if (token && used && used.renewedSeconds !== null) giveCookie(request, reply, { name, token }, used.renewedSeconds);
  return used?.person ?? null;
}

function refuseCaller(request: FastifyRequest, reply: FastifyReply, wanted: Access): FastifyReply | undefined {
  if (!request.caller) {
    reply.header('www-authenticate', 'Bearer');
    return sendProblem(reply, 401, 'not-signed-in');
  }
  if (request.caller.role === 'owner') return undefined;
  const { right } = request.routeOptions.config;
  const allowed = wanted === 'desk' && (right === undefined || may(request.caller, right));
  return allowed ? undefined : sendProblem(reply, 403, 'not-allowed');
}

const SHORT = new Set(['get', 'post', 'put', 'delete']);

/** The door, as it takes the desk's routes alone: what is hung on it for others, or for the creator's own settings, is left out. */
export function deskOnly(api: Api): Api {
  const isDesks = (config: FastifyContextConfig | undefined) =>
    config?.access === 'desk' && config.right !== 'settings';
  return new Proxy(api, {
    get(door, name) {
      if (name === 'route') return (route: RouteOptions) => (isDesks(route.config) ? door.route(route) : door);
      const own: unknown = Reflect.get(door, name);
      if (!SHORT.has(String(name)) || typeof own !== 'function') return own;
      return (url: string, options: { config?: FastifyContextConfig }, ...rest: unknown[]) =>
        isDesks(options.config) ? own.call(door, url, options, ...rest) : door;
    },
  });
}
