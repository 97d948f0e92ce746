import { networkInterfaces } from 'node:os';
import type { FastifyBaseLogger } from 'fastify';
import { tellScenes } from './app/scene-facts.ts';
import { wakeStages } from './app/wake-stages.ts';
import type { Config } from './config.ts';
import { seedDemo } from './demo.ts';
import { hearChat } from './hear-chat.ts';
import type { SourcesByHand } from './http/studio.ts';
import { listen } from './listen.ts';
import { openLivePages } from './live-pages.ts';
import { takeAwayOld } from './once-a-day.ts';
import { type OpenDoor, openPrivateDoor, openPublicDoor } from './outside.ts';
import { openParts, type Parts } from './parts.ts';
import type { ReadyFacts } from './ready.ts';
import { createNames, type Names, refuseTwice } from './sources/names.ts';
import { openSource } from './sources/open.ts';
import { type Source, UnusableSource } from './sources/source.ts';
import { parseSpec, type SourceSpec } from './sources/spec.ts';

/** Silent streaks are looked for this often. */
const TICK_MS = 1000;
/** Mails whose time has come are looked for this often. */
const MAIL_MS = 5000;
/** Holds that ran out come back at the latest after this, and calendars that are due are read. */
const SWEEP_MS = 5000;
/** What is older than it is kept is taken away once a day, and at the start. */
const DAY_MS = 86_400_000;

export interface Program {
  readyFacts(): Promise<Omit<ReadyFacts, 'language' | 'demo'>>;
  readonly parts: Parts;
  readonly doors: { readonly private: OpenDoor; readonly public: OpenDoor | null };
  close(): Promise<void>;
}

/**
 * Opens everything in order: what is configured, the inside, the doors, the sources. Throws an Unusable* error with one
 * sentence when something cannot be, and the reason of `stop` when that is wanted meanwhile; whatever was open is closed again
 * then.
 */
export async function openProgram(
  config: Config,
  log: FastifyBaseLogger,
  version: string,
  stop: AbortSignal = new AbortController().signal,
): Promise<Program> {
  const onFault = (error: unknown) => log.error({ err: error }, 'a fault');
  // Read first: a source that cannot be used must not leave a half-started program or an empty database behind.
  const named = createNames();
  const opening = Promise.all(specsOf(config, named).map((spec) => openSpec(config, spec)));
  const sources = await unlessStopped(opening, stop);
  const ports = { private: config.port, public: config.publicPort ?? 0 };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const base = () =>
    `http://${config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : host}:${ports.private}`;
  const publicUrl = () => (config.publicPort === null ? base() : base().replace(/\d+$/, String(ports.public)));
  const parts = await openParts(config, { publicUrl, publicPort: () => ports.public, privateUrl: base }, onFault);
  const opened: (() => Promise<void> | void)[] = [
    () => parts.store.close(),
    () => parts.sceneHistory.settled(),
    () => parts.stages.settled(),
    () => parts.drafts.close(),
    () => parts.live.close(),
    () => parts.scenes.close(),
    () => parts.booking.feeds.close(),
    () => parts.mail.close(),
    () => parts.held.close(),
  ];
  const close = async () => {
    for (const step of opened.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        onFault(error);
      }
    }
  };
  try {
    stop.throwIfAborted();
    if (config.demo) await seedDemo(parts);
    // The doors say nothing but what is wrong: where they listen stands in the ready block.
    const outside = { config, parts, log: log.child({}, { level: quieter(config.logLevel) }), names: ownNames(config) };
    const doors = {
      private: await openPrivateDoor(outside, version, sourcesByHand(config, parts, named), base),
      public: config.publicPort === null ? null : await openPublicDoor(outside, base),
    };
    opened.push(
      // What comes in while the doors close was answered as taken: it is heard and counted after them.
      hearChat(parts, onFault),
      () => parts.codes.flush(),
      () => doors.private.api.close(),
      () => doors.public?.api.close(),
    );
    const pages = openLivePages(doors, parts, onFault);
    opened.push(() => pages.close());
    stop.throwIfAborted();
    ports.private = await listen(doors.private.api, config.host, config.port, 'PORT');
    if (doors.public) ports.public = await listen(doors.public.api, config.host, config.publicPort ?? 0, 'PUBLIC_PORT');
    opened.push(
      keepTime(parts, onFault),
      await tellScenes({ ...parts, minuteAt: parts.creatorClock.minuteAt, onFault }),
      () => parts.booking.dm.close(),
      wakeStages({ ...parts, onFault }),
      () => parts.address.stopTunnel(),
      () => parts.sources.close(),
    );
    if (config.tunnel) parts.address.startTunnel(config.tunnel);
    await startSources(config, parts, sources, onFault);
    stop.throwIfAborted();
    return { parts, doors, close, readyFacts: () => readyFacts(config, parts, base()) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Work that holds nothing which would have to be given back: it is not waited for when a stop is wanted. */
async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, fail) => {
    stop.addEventListener('abort', () => fail(stop.reason), { once: true });
  });
  const done = await Promise.race([work, stopped]);
  stop.throwIfAborted();
  return done;
}

async function readyFacts(config: Config, parts: Parts, base: string): Promise<Omit<ReadyFacts, 'language' | 'demo'>> {
  const stage = parts.stages.list()[0];
  const published = await parts.booking.offers.published();
  return {
    private: base,
    studio: `${base}/studio#key=${parts.access.linkKey}`,
    stage: stage ? parts.stages.urlOf(stage, base) : '',
    network: networkAddresses(config).map((address) => base.replace('127.0.0.1', address)),
    booking: parts.address.state(),
    handle: published?.handle ?? null,
    publicDoorOpen: config.publicPort !== null,
  };
}

/** What the command line and the environment name; the sample show that a demo brings along may be named as well. */
function specsOf({ sources, demo }: Config, named: Names): SourceSpec[] {
  const specs = sources.map((spec) => named(parseSpec(spec)));
  if (demo && !specs.some(({ type }) => type === 'demo')) specs.push(parseSpec('demo'));
  refuseTwice(specs);
  return specs;
}

function openSpec(config: Config, spec: SourceSpec): Promise<Source> {
  return openSource(spec, { signApiKey: config.sign.apiKey, signApiUrl: config.sign.apiUrl });
}

/** Sources as the studio starts and stops them; what it has started is there again after a restart. */
function sourcesByHand(config: Config, parts: Parts, named: Names): SourcesByHand {
  return {
    async start(spec) {
      try {
        const source = await openSpec(config, named(parseSpec(spec)));
        await parts.sources.add(source);
        if (source.origin.kind === 'live' && source.id !== 'demo') await parts.sourceList.add(source.id, spec);
        return { id: source.id };
      } catch (error) {
        if (error instanceof UnusableSource) return { unusable: error.message };
        throw error;
      }
    },
    async stop(id) {
      await parts.sourceList.remove(id);
      return parts.sources.remove(id);
    },
  };
}

/** Starts what the command line names; else what the studio had started before, each for itself. */
async function startSources(
  config: Config,
  parts: Parts,
  named: ReadonlyArray<Source>,
  onFault: (error: unknown) => void,
): Promise<void> {
  for (const source of named) await parts.sources.add(source);
  if (named.length > 0) return;
  for (const spec of parts.sourceList.specs()) {
    await openSpec(config, parseSpec(spec)).then(parts.sources.add).catch(onFault);
  }
}

/** Where other devices reach this machine; none while it answers to itself alone, or to an address that is printed anyway. */
function networkAddresses({ host }: Config): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return found.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}

/** The host names that the doors answer to beside the loopback ones and the public address. */
function ownNames(config: Config): string[] {
  if (config.host !== '0.0.0.0' && config.host !== '::') return [config.host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address.toLowerCase()}]` : address));
}

function quieter(level: string): string {
  return level === 'info' ? 'warn' : level;
}

/** What happens by the clock alone. */
function keepTime(parts: Parts, onFault: (error: unknown) => void): () => Promise<void> {
  const tick = setInterval(() => parts.live.tick(), TICK_MS);
  const sweep = setInterval(() => {
    parts.booking.sweep().catch(onFault);
    parts.access.people.followLive(parts.live.session([]).session).catch(onFault);
    parts.held.run().catch(onFault);
    parts.onAir.forgetShown().catch(onFault);
    parts.booking.feeds.tick().catch(onFault);
    parts.codes.flush().catch(onFault);
    void parts.booking.dm.deliver();
  }, SWEEP_MS);
  const stop = new AbortController();
  let tidied = takeAwayOld(parts, stop.signal, onFault);
  const daily = setInterval(() => {
    tidied = takeAwayOld(parts, stop.signal, onFault);
  }, DAY_MS);
  const mail = setInterval(() => void parts.mail.run().catch(onFault), MAIL_MS);
  // What is sent goes out with the change that made it, and not a sweep later.
  const soon = parts.booking.onChange(() => {
    parts.mail.run().catch(onFault);
    void parts.booking.dm.deliver();
  });
  return () => {
    clearInterval(tick);
    clearInterval(sweep);
    clearInterval(mail);
    clearInterval(daily);
    soon();
    stop.abort();
    return tidied;
  };
}
