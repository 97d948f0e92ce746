import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import { keptBriefly } from './app/kept-briefly.ts';
import type { Config } from './config.ts';
import { callerOf } from './core/caller.ts';
import { type AllowedHosts, allowedHosts } from './core/hosts.ts';
import type { Api } from './http/api.ts';
import { auditRoutes, noteActs } from './http/audit.ts';
import { availabilityRoutes } from './http/availability.ts';
import { bioRoutes } from './http/bio.ts';
import { blockRoutes } from './http/blocks.ts';
import { bulkRoutes } from './http/bulk.ts';
import { busyFeedRoutes } from './http/busy-feeds.ts';
import { calendarFeedRoute } from './http/calendar-feed.ts';
import { claimRoute, deskDoorRoutes } from './http/chat-holds.ts';
import { codeLinkRoutes, codeRoutes } from './http/codes.ts';
import { deskViewRoutes } from './http/desk-views.ts';
import { eventRoutes } from './http/events.ts';
import { floodRoutes } from './http/floods.ts';
import { giftPictureRoute } from './http/gift-pictures.ts';
import { deskOnly, type Keeper } from './http/guards.ts';
import { healthRoutes } from './http/health.ts';
import { heldActRoutes } from './http/held-acts.ts';
import { labelRoutes } from './http/labels.ts';
import { liveRoutes } from './http/live.ts';
import { loginRoutes, passwordRoutes } from './http/login.ts';
import { COOKIE } from './http/login-cookie.ts';
import { macroRoutes } from './http/macros.ts';
import { mailRoutes } from './http/mail.ts';
import { obsRoutes } from './http/obs.ts';
import { onAirRoutes } from './http/on-air.ts';
import { describeApi, openApiRoute } from './http/openapi.ts';
import { pageRoutes } from './http/pages.ts';
import { ownPasskeyRoutes, passkeySignInRoutes } from './http/passkeys.ts';
import { peopleRoutes } from './http/people.ts';
import { pictureRoutes, publicPictureRoutes } from './http/pictures.ts';
import { preparedReplyRoutes } from './http/prepared-replies.ts';
import { publicRoutes } from './http/public.ts';
import { requestRoutes } from './http/requests.ts';
import { sceneRuleRoutes } from './http/scene-rules.ts';
import { createDoor } from './http/server.ts';
import { serviceRoutes } from './http/services.ts';
import type { Sharer } from './http/share-picture.ts';
import { sharePictureRoute } from './http/share-picture.ts';
import { spamWordRoutes } from './http/spam-words.ts';
import { stageDesignRoutes } from './http/stage-design.ts';
import { stageTryingRoutes } from './http/stage-trying.ts';
import { stageRoutes } from './http/stages.ts';
import { type SourcesByHand, studioRoutes } from './http/studio.ts';
import { threadRoutes } from './http/threads.ts';
import { viewerDataRoutes } from './http/viewer-data.ts';
import { tiktokMessageRoutes, webhookRoutes } from './http/webhooks.ts';
import type { Parts } from './parts.ts';

/** What both doors are made of. `names` are the host names that they answer to, beside loopback and the public address. */
export interface Outside {
  readonly config: Config;
  readonly parts: Parts;
  readonly log: FastifyBaseLogger;
  readonly names: ReadonlyArray<string>;
}

/** A door with the names it answers to. */
export interface OpenDoor {
  readonly api: Api;
  readonly hosts: AllowedHosts;
  /** Whom a plain request, such as a websocket's, comes from. */
  readonly callerOf: (request: IncomingMessage) => string;
}

/** The private door: studio, stage, desk, the whole API, and the viewers' pages too. */
export async function openPrivateDoor(
  outside: Outside,
  version: string,
  byHand: SourcesByHand,
  base: () => string,
): Promise<OpenDoor> {
  const { config, parts, log, names } = outside;
  // Behind a proxy and without a public door, this one serves the public address too.
  const hosts = allowedHosts(() => (config.publicPort === null ? [...names, publicName(parts)] : names));
  const { byBearer, useLogin } = parts.access;
  const keeper = { byBearer, useLogin, serves: () => true };
  const api = await createDoor({ hosts, keeper, log, trust: trustOf(config, parts) });
  await describeApi(api, version);
  openApiRoute(api);
  healthRoutes(api, readinessOf(parts));
  noteActs(api, parts.audit);
  loginRoutes(api, parts);
  passwordRoutes(api, parts);
  passkeySignInRoutes(api, parts);
  ownPasskeyRoutes(api, parts);
  const deskBase = () => (parts.deskOutside.isOpen() ? parts.address.url() : base());
  peopleRoutes(api, { people: parts.access.people, deskUrl: (key) => `${deskBase()}/desk#key=${key}` });
  auditRoutes(api, parts.audit);
  eventRoutes(api, { live: parts.live, readJournal: parts.readJournal });
  deskRoutes(api, parts, base);
  stageRoutes(api, { ...parts, stageBase: base });
  giftPictureRoute(api, parts.giftPictures);
  studioRoutes(api, { ...parts, byHand });
  bioRoutes(api, parts.booking);
  serviceRoutes(api, parts.booking);
  await pictureRoutes(api, parts);
  publicPictureRoutes(api, parts);
  availabilityRoutes(api, parts.booking);
  busyFeedRoutes(api, parts.booking);
  mailRoutes(api, parts.mail);
  codeRoutes(api, parts);
  codeLinkRoutes(api, { codes: parts.codes, offers: parts.booking.offers, chat: parts.booking.chat });
  const sharer = sharerOf(parts);
  sharePictureRoute(api, sharer, parts.drawShared);
  publicRoutes(api, { ...parts.booking, offers: { publicPage: sharer.page } });
  threadRoutes(api, parts.booking);
  calendarFeedRoute(api, parts.mail.feed);
  tiktokMessageRoutes(api, { dm: parts.booking.dm, publicUrl: parts.address.url });
  await otherDoors(api, parts);
  await pageRoutes(api, config.distFolder, { type: 'private' }, sharer);
  return { api, hosts, callerOf: callersOf(config, parts) };
}

/** What the desk's page calls, and what lies beside it in the same files. */
function deskRoutes(api: Api, parts: Parts, base: () => string): void {
  liveRoutes(api, parts);
  stageDesignRoutes(api, parts);
  stageTryingRoutes(api, parts);
  requestRoutes(api, { held: parts.held, desk: parts.booking.desk, views: parts.booking.views });
  viewerDataRoutes(api, parts.booking);
  heldActRoutes(api, parts);
  onAirRoutes(api, parts.onAir);
  preparedReplyRoutes(api, parts.prepared);
  labelRoutes(api, parts.booking.labels);
  macroRoutes(api, parts);
  bulkRoutes(api, parts);
  deskViewRoutes(api, parts.deskViews);
  blockRoutes(api, parts.booking);
  floodRoutes(api, parts.booking);
  spamWordRoutes(api, parts.booking.spamWords);
  deskDoorRoutes(api, parts.booking);
  sceneRuleRoutes(api, { scenes: parts.scenes, pastLive: parts.pastLive });
  obsRoutes(api, { scenes: parts.scenes, stageUrl: async (id) => stageUrl(parts, base(), id) });
}

/**
 * The public door: viewers' pages and what they call, and the desk for moderators while the owner lets it out. Nothing of
 * the studio is on it, with whatever token: a route that is not the desk's is not there.
 */
export async function openPublicDoor(outside: Outside, base: () => string): Promise<OpenDoor> {
  const { config, parts, log, names } = outside;
  const hosts = allowedHosts(() => [...names, publicName(parts)]);
  const { deskOutside } = parts;
  const { byBearer, useLogin, isOpen } = deskOutside;
  const serves: Keeper['serves'] = ({ access }) => isOpen() && access === 'desk';
  const api = await createDoor({ hosts, keeper: { byBearer, useLogin, serves }, log, trust: trustOf(config, parts) });
  noteActs(api, parts.audit);
  loginRoutes(api, { access: deskOutside, audit: parts.audit });
  passkeySignInRoutes(api, { passkeys: parts.passkeysOutside, audit: parts.audit });
  ownPasskeyRoutes(deskOnly(api), { passkeys: parts.passkeysOutside });
  deskRoutes(deskOnly(api), parts, base);
  codeLinkRoutes(api, { codes: parts.codes, offers: parts.booking.offers, chat: parts.booking.chat });
  publicPictureRoutes(api, parts);
  const sharer = sharerOf(parts);
  sharePictureRoute(api, sharer, parts.drawShared);
  publicRoutes(api, { ...parts.booking, offers: { publicPage: sharer.page } });
  threadRoutes(api, parts.booking);
  calendarFeedRoute(api, parts.mail.feed);
  await otherDoors(api, parts);
  await pageRoutes(api, config.distFolder, { type: 'public', hasDesk: isOpen }, sharer);
  return { api, hosts, callerOf: callersOf(config, parts) };
}

/** Codes from the chat and the webhook of direct messages, which both doors have. */
async function otherDoors(api: Api, parts: Parts): Promise<void> {
  const isShortCode = async (typed: string) => (await parts.codes.find(typed)) !== null;
  claimRoute(api, { chat: parts.booking.chat, isShortCode });
  await webhookRoutes(api, { dm: parts.booking.dm, clock: parts.clock });
}

/**
 * Whose word on a viewer's address is believed: the configured proxies', and a tunnel's that we started ourselves, which
 * reaches us over loopback. Without it all viewers of a tunnel would share one address and its limits.
 */
function trustOf(config: Config, parts: Parts): (address: string) => boolean {
  return (address) => {
    const plain = address.replace(/^::ffff:/, '');
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
    if (config.trustedProxies.check(plain, family)) return true;
    return parts.address.tunnelRuns() && (plain === '127.0.0.1' || plain === '::1');
  };
}

function callersOf(config: Config, parts: Parts): OpenDoor['callerOf'] {
  const trusts = trustOf(config, parts);
  return ({ socket, headers }) =>
    callerOf(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), trusts);
}

/** What is shown of the viewers' page where it is shared; one look at the store for all who open it within a second. */
function sharerOf({ booking, address }: Parts): Sharer {
  const briefly = keptBriefly<Awaited<ReturnType<Sharer['page']>>>(Date.now, booking.onChange);
  return {
    page: (handle) => briefly(handle, () => booking.offers.publicPage(handle)),
    handle: async () => (await booking.offers.published())?.handle ?? null,
    slugNow: booking.offers.slugNow,
    publicUrl: () => address.url(),
  };
}

function publicName(parts: Parts): string {
  return new URL(parts.address.url()).hostname;
}

/** Whether a plain request, such as a websocket's, carries the owner's token or login. */
export async function isOwner(request: IncomingMessage, api: Api, access: Parts['access']): Promise<boolean> {
  const bearer = /^Bearer ([\w.~+/=-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return access.byBearer(bearer)?.role === 'owner';
  // A cookie comes along with whatever page asks: without an origin that is ours, it says nothing.
  if (request.headers.origin === undefined) return false;
  const cookie = api.parseCookie(request.headers.cookie ?? '')[COOKIE];
  return cookie !== undefined && (await access.byCookie(cookie))?.role === 'owner';
}

function stageUrl(parts: Parts, base: string, id: string | undefined): string | null {
  const stages = parts.stages.list();
  const stage = id === undefined ? stages[0] : stages.find((one) => one.id === id);
  return stage ? parts.stages.urlOf(stage, base) : null;
}

function readinessOf(parts: Parts) {
  return async () => {
    const store = await parts.store.ping().then(
      () => 'ok',
      () => 'down',
    );
    const statuses = parts.sources.statuses();
    const source = statuses.find((status) => status.state === 'live')?.state ?? statuses[0]?.state ?? 'none';
    return { store, source, obs: parts.scenes.status().state };
  };
}
