import OBSWebSocket, { OBSWebSocketError } from 'obs-websocket-js/json';
import { z } from 'zod';
import { faultOfClose, ObsFault } from './obs-fault.ts';
import { type AllowedRequest, assertAllowed } from './requests.ts';

export const CONNECT_WITHIN_MS = 4000;
export const ANSWER_WITHIN_MS = 2000;
const RPC_VERSION = 1;

const Hello = z.object({
  obsWebSocketVersion: z.string().max(100),
  rpcVersion: z.int(),
  authentication: z.object({ challenge: z.string(), salt: z.string() }).optional(),
});

export interface SocketOptions {
  readonly address: string;
  readonly password: string | null;
  /** The bits of EventSubscription; 0 for a connection that only asks, which OBS answers ten times faster. */
  readonly subscriptions: number;
  readonly stop: AbortSignal;
}

/** One connection to obs-websocket that always answers: by the answer, or by an {@link ObsFault} in time. */
export interface ObsSocket {
  /** Whether OBS asked for a password. */
  readonly authenticated: boolean;
  /** Sends a request of the allow-list; any other throws. The answer has passed the schema. */
  call<T>(type: AllowedRequest, data: object | undefined, answer: z.ZodType<T>): Promise<T>;
  on(event: string, listener: (data: unknown) => void): void;
  /** Resolves once, with the reason, when the connection is over. */
  readonly closed: Promise<ObsFault>;
  /** Ends it at once, without waiting for the other side. */
  terminate(reason: ObsFault): void;
}

/** The library's client, with the hard end that a frozen peer needs: a polite close waits 30 s for its answer. */
class Client extends OBSWebSocket {
  terminate(): void {
    const socket: unknown = this.socket;
    if (
      typeof socket === 'object' &&
      socket !== null &&
      'terminate' in socket &&
      typeof socket.terminate === 'function'
    ) {
      socket.terminate();
    }
  }
}

/** Connects and identifies. Rejects with an {@link ObsFault}; nothing is left open then. */
export async function openSocket(options: SocketOptions): Promise<ObsSocket> {
  const client = new Client();
  const ending = Promise.withResolvers<ObsFault>();
  const pending = new Set<(reason: ObsFault) => void>();
  const terminate = (reason: ObsFault) => {
    ending.resolve(reason);
    client.terminate();
  };
  const stop = () => terminate(new ObsFault('closed', -1, 'stopped'));
  options.stop.addEventListener('abort', stop, { once: true });
  let hello: z.infer<typeof Hello> | null = null;
  client.once('Hello', (said) => {
    hello = Hello.safeParse(said).data ?? null;
    // The library would answer an older protocol as if it knew it.
    if (!hello || hello.rpcVersion < RPC_VERSION) terminate(new ObsFault('too-old', -1, 'no obs-websocket 5'));
  });
  const late = setTimeout(() => terminate(new ObsFault('silent', -1, 'no greeting in time')), CONNECT_WITHIN_MS);
  try {
    await Promise.race([connect(client, options), ending.promise.then(Promise.reject.bind(Promise))]);
  } catch (error) {
    options.stop.removeEventListener('abort', stop);
    terminate(error instanceof ObsFault ? error : faultOf(error));
    throw await ending.promise;
  } finally {
    clearTimeout(late);
  }
  client.on('ConnectionClosed', (error) => ending.resolve(faultOfClose(error.code, error.message, false)));
  if (!client.identified) terminate(new ObsFault('closed', -1, 'closed right after the greeting'));
  const closed = ending.promise.then((reason) => {
    options.stop.removeEventListener('abort', stop);
    for (const reject of pending) reject(reason);
    return reason;
  });
  return {
    authenticated: readsAuthentication(hello),
    call: (type, data, answer) => callWithin(client, pending, type, data, answer),
    // The library's types name the events of one version; which came and in what shape is checked where it is read.
    on: (event, listener) => client.on(event as 'CurrentProgramSceneChanged', listener),
    closed,
    terminate,
  };
}

function readsAuthentication(hello: z.infer<typeof Hello> | null): boolean {
  return hello?.authentication !== undefined;
}

async function connect(client: Client, options: SocketOptions): Promise<void> {
  const { address, password, subscriptions } = options;
  await client.connect(address, password ?? undefined, { eventSubscriptions: subscriptions, rpcVersion: RPC_VERSION });
}

function faultOf(error: unknown): ObsFault {
  if (error instanceof OBSWebSocketError) return faultOfClose(error.code, error.message, true);
  return new ObsFault('refused', -1, error instanceof Error ? error.message : String(error));
}

/** The library never settles a request whose answer does not come or whose connection ends. */
async function callWithin<T>(
  client: Client,
  pending: Set<(reason: ObsFault) => void>,
  type: string,
  data: object | undefined,
  answer: z.ZodType<T>,
): Promise<T> {
  assertAllowed(type);
  const ended = Promise.withResolvers<never>();
  pending.add(ended.reject);
  const timer = setTimeout(
    () => ended.reject(new ObsFault('silent', -1, `no answer to ${type} in time`)),
    ANSWER_WITHIN_MS,
  );
  try {
    const ask = client.call(type, data as never).catch((error: unknown) => {
      if (error instanceof OBSWebSocketError) throw new ObsFault('request', error.code, `${type}: ${error.message}`);
      throw new ObsFault('closed', -1, error instanceof Error ? error.message : String(error));
    });
    const said: unknown = await Promise.race([ask, ended.promise]);
    const read = answer.safeParse(said);
    if (!read.success) throw new ObsFault('garbled', -1, `${type} was answered in an unknown shape`);
    return read.data;
  } finally {
    clearTimeout(timer);
    pending.delete(ended.reject);
  }
}
