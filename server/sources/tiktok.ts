import { EventEmitter } from 'node:events';
import type { TikTokLiveConnection } from 'tiktok-live-connector';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toInstant } from '../../shared/time.ts';
import type { Connector } from './connector.ts';
import { keepConnected, type Line, type Outcome, type Surroundings, type Timing } from './feed.ts';
import type { Source } from './source.ts';
import type { TikTokSpec } from './spec.ts';
import { closedWith, type LongWaits, streamEnded, troubleOf } from './tiktok-trouble.ts';
import { readFrame, UnreadableFrame } from './webcast-frame.ts';

export interface TikTokOptions extends Surroundings {
  readonly timing: Timing & LongWaits;
  /** Key and address of the signing service; null for the connector's own. Never session cookies: 2.4.0 sends by http. */
  readonly signApiKey: string | null;
  readonly signApiUrl: string | null;
  /** Host and port that stand in for TikTok's web servers; null for TikTok. For tests. */
  readonly webHost: string | null;
}

/** First wait as the connector's maintainers ask for (5 to 10 s); the others of tiktok-live-connector's documents. */
export const TIKTOK_TIMING: Timing & LongWaits = {
  backoff: { firstMillis: 5000, mostMillis: 300_000 },
  // Viewer counts come every 2 s, so this is a dozen of them missing.
  quietMillis: 25_000,
  offlineMillis: 60_000,
  failedMillis: 600_000,
  limitedMillis: 60_000,
};

/** Sums up all time-outs of the library's own steps, some of which have none. */
const CONNECT_LIMIT_MILLIS = 60_000;
const SIGN_LIMIT_MILLIS = 10_000;

/** A creator's TikTok LIVE by the reverse-engineered connection. After an end it waits for the next live. */
export function tiktokSource(spec: TikTokSpec, connector: Connector, options: TikTokOptions): Source {
  const { handle, id } = spec;
  const watching: Watching = { source: id, handle, room: null, endSeen: true };
  return {
    id,
    origin: { source: id, kind: 'live' },
    run: (sink, stop) =>
      keepConnected(
        {
          timing: options.timing,
          connecting: `Looking for the live of @${handle}.`,
          live: `Connected to the live of @${handle}.`,
          quiet:
            'TikTok is connected but sends nothing any more, so the connection was hung up. Connecting again; events may be missing.',
          connect: (line) => connectOnce(watching, connector, line, options),
        },
        sink,
        stop,
        options,
      ),
  };
}

interface Watching {
  readonly source: string;
  readonly handle: string;
  /** The room of the last connection. */
  room: string | null;
  /** Whether that room's live is known to be over. */
  endSeen: boolean;
}

async function connectOnce(
  watching: Watching,
  connector: Connector,
  line: Line,
  options: TikTokOptions,
): Promise<Outcome> {
  const { handle } = watching;
  const connection = newConnection(connector, handle, line.hangUp, options);
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<number>();
  const told = emitterOf(connection);
  const reader = readInOrder(opened.promise, told, (bytes) => takeFrame(bytes, watching, connector, line, options));
  // Without a listener the library swallows errors. All of them come back by connect(), by the close, or as a frame
  // that cannot be read, which is counted where it is read.
  told.on('error', () => undefined);
  told.on('disconnected', ({ code }: { code?: number }) => closed.resolve(code ?? 1006));
  const onHangUp = () => closed.resolve(1006);
  line.hangUp.addEventListener('abort', onHangUp, { once: true });
  try {
    await connect(connection, line.hangUp);
    watching.room = connection.roomId || null;
    watching.endSeen = false;
    line.opened(watching.room);
    const followers = followersIn(connection.roomInfo);
    if (followers !== null) line.followers(followers);
    opened.resolve();
    const code = await closed.promise;
    await reader.drained();
    return watching.endSeen ? streamEnded(handle, options.timing) : closedWith(code);
  } catch (error) {
    const outcome = troubleOf(error, handle, connector, options.timing);
    if (outcome.why === 'offline') tellMissedEnd(watching, line, options);
    return outcome;
  } finally {
    line.hangUp.removeEventListener('abort', onHangUp);
    // A dead peer never answers a close, so the socket is cut.
    cut(connection);
  }
}

/** The webcast room's owner, as `/webcast/room/info/` has it. TikTok may leave it out at any time. */
const RoomOwner = z.object({
  data: z.object({ owner: z.object({ follow_info: z.object({ follower_count: z.int().min(0) }) }) }),
});

function followersIn(roomInfo: unknown): number | null {
  const read = RoomOwner.safeParse(roomInfo);
  return read.success ? read.data.data.owner.follow_info.follower_count : null;
}

/** Bug 1 of 2.4.0: without the options object the constructor throws. */
function newConnection(connector: Connector, handle: string, hangUp: AbortSignal, options: TikTokOptions) {
  const { SignConfig } = connector;
  // The library keeps one client for all; a new one makes the key and the address of the configuration count.
  delete SignConfig.cachedInstance;
  SignConfig.baseOptions = { ...SignConfig.baseOptions, signal: hangUp, timeout: SIGN_LIMIT_MILLIS };
  if (options.signApiUrl) SignConfig.basePath = options.signApiUrl;
  if (options.signApiKey) SignConfig.apiKey = options.signApiKey;
  const { webHost } = options;
  const eulerApiInstance = connector.createEulerClient();
  return new connector.TikTokLiveConnection(handle, {
    eulerApiInstance,
    // What was said before we came would arrive twice after each reconnect, on a way around the frames.
    processInitialData: false,
    fetchRoomInfoOnConnect: true,
    enableExtendedGiftInfo: false,
    webClientOptions: requestOptions({ signal: hangUp }),
    ...(webHost ? { webConfigOverrides: { TIKTOK_HOST_WEB: webHost, TIKTOK_HOST_WEBCAST: webHost } } : {}),
  });
}

type RequestOptions = NonNullable<ConstructorParameters<Connector['TikTokLiveConnection']>[1]['webClientOptions']>;

/** The library's type asks for a cookie jar, which its constructor replaces by its own in any case. */
function requestOptions(options: Omit<RequestOptions, 'cookieJar'>): RequestOptions {
  return options as RequestOptions;
}

/** The library's types lose their base class with a package that it does not bring along. */
function emitterOf(connection: unknown): EventEmitter {
  if (connection instanceof EventEmitter) return connection;
  throw new TypeError('The connector is no event emitter any more');
}

function cut(connection: TikTokLiveConnection): void {
  const socket: unknown = connection.wsClient;
  if (socket instanceof WebSocket) socket.terminate();
}

/** `connect()`, given up on when the line hangs up or it takes too long; a connection that comes late is cut. */
async function connect(connection: TikTokLiveConnection, hangUp: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([hangUp, AbortSignal.timeout(CONNECT_LIMIT_MILLIS)]);
  const given = Promise.withResolvers<never>();
  const onLimit = () => given.reject(new Error('connecting timed out'));
  limit.addEventListener('abort', onLimit, { once: true });
  const connecting = connection.connect();
  connecting.then(() => limit.aborted && cut(connection)).catch(() => undefined);
  try {
    await Promise.race([connecting, given.promise]);
  } finally {
    limit.removeEventListener('abort', onLimit);
  }
}

/**
 * The library decodes each frame in a handler of its own, which swaps neighbours in a burst. Here they are decoded one
 * after the other, from the moment the connection stands. The listener only enqueues: one that throws would end Node.
 */
function readInOrder(start: Promise<void>, told: EventEmitter, take: (bytes: Uint8Array) => Promise<void>) {
  let chain = start;
  told.on('websocketData', (bytes: Uint8Array) => {
    chain = chain.then(() => take(bytes));
  });
  return { drained: () => chain };
}

async function takeFrame(
  bytes: Uint8Array,
  watching: Watching,
  connector: Connector,
  line: Line,
  { now }: Surroundings,
): Promise<void> {
  const { source, room } = watching;
  try {
    const frame = await readFrame(connector, bytes, { source, room, roomFrom: 'connection', receivedAt: now() });
    // Heartbeats are answered even where the platform holds back the events: only messages are a sign of life.
    if (frame.messages > 0) line.heard();
    for (const what of frame.skipped) line.skipped(what);
    // Not waited for: TikTok would have to wait too, and cuts who does. The line bounds what waits.
    void line.accept(frame.events);
    if (frame.events.some((event) => event.type === 'session' && event.session.state === 'ended'))
      watching.endSeen = true;
  } catch (error) {
    if (error instanceof UnreadableFrame) line.skipped('unreadable frame');
    else line.fault(error);
  }
}

/** The live ended while the connection was away: nobody else will say so. */
function tellMissedEnd(watching: Watching, line: Line, { now }: Surroundings): void {
  const { source, room, endSeen } = watching;
  if (room === null || endSeen) return;
  watching.endSeen = true;
  const at = now();
  void line.accept([
    { id: `${room}-seen-offline-${at}`, source, room, at: toInstant(at), type: 'session', session: { state: 'ended' } },
  ]);
}
