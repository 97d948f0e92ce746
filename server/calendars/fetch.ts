import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { createGunzip } from 'node:zlib';
import type { FeedTrouble } from '../../shared/busy.ts';
import { isPublicAddress } from '../../shared/public-address.ts';

/** An answer of another server may be this long, unpacked, and take this long in all. */
const MOST_BYTES = 2 * 1024 * 1024;
const WITHIN_MS = 3000;

export type Fetched =
  | {
      readonly type: 'body';
      readonly body: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly type: 'unchanged' }
  | { readonly type: 'failed'; readonly trouble: FeedTrouble };

export interface FetchAsk {
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a test puts in the place of the net. */
export interface Net {
  /** Every address of a name. */
  readonly resolve: (host: string) => Promise<ReadonlyArray<string>>;
  readonly isGlobal: (address: string) => boolean;
  /** Certificates trusted beside the usual ones. */
  readonly ca?: string;
  readonly withinMs?: number;
}

const NET: Net = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isGlobal: isPublicAddress,
};

class Trouble extends Error {
  readonly trouble: FeedTrouble;
  constructor(trouble: FeedTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * Fetches what a person gave the address of, so that it can reach nothing but the public net: https alone, the name is
 * looked up once and that very address connected to, no redirect is followed. Never throws, and says nothing of the
 * address in what it answers.
 */
export async function fetchFeed(ask: FetchAsk, stop: AbortSignal, net: Net = NET): Promise<Fetched> {
  const limit = AbortSignal.timeout(net.withinMs ?? WITHIN_MS);
  const signal = AbortSignal.any([stop, limit]);
  try {
    const url = new URL(ask.address);
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new Trouble('refused');
    const address = await unless(signal, addressOf(url, net));
    return await answerOf(await send(url, address, ask, signal, net), signal);
  } catch (error) {
    if (error instanceof Trouble) return { type: 'failed', trouble: error.trouble };
    return { type: 'failed', trouble: limit.aborted ? 'too-slow' : troubleOf(error) };
  }
}

/** Of several addresses one that is not of the public net spoils all: such a name is not a calendar's. */
async function addressOf(url: URL, net: Net): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await net.resolve(host);
  const [first] = addresses;
  if (first === undefined) throw new Trouble('no-such-host');
  if (!addresses.every(net.isGlobal)) throw new Trouble('private-address');
  return first;
}

function send(url: URL, address: string, ask: FetchAsk, signal: AbortSignal, net: Net): Promise<IncomingMessage> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const call = request({
      host: address,
      port: url.port === '' ? 443 : Number(url.port),
      path: url.pathname + url.search,
      // The certificate is checked for the name that was asked for, not for the address it has.
      ...(isIP(name) ? {} : { servername: name }),
      headers: {
        host: url.host,
        accept: 'text/calendar',
        'accept-encoding': 'gzip',
        'user-agent': 'Cuedesk',
        ...(ask.etag === null ? {} : { 'if-none-match': ask.etag }),
        ...(ask.lastModified === null ? {} : { 'if-modified-since': ask.lastModified }),
      },
      agent: false,
      signal,
      ...(net.ca === undefined ? {} : { ca: net.ca }),
    });
    call.once('response', resolve).once('error', reject).end();
  });
}

async function answerOf(answer: IncomingMessage, signal: AbortSignal): Promise<Fetched> {
  const status = answer.statusCode ?? 0;
  if (status !== 200) answer.destroy();
  if (status === 304) return { type: 'unchanged' };
  if (status >= 300 && status < 400) throw new Trouble('moved');
  if (status === 401 || status === 403) throw new Trouble('not-allowed');
  if (status === 404 || status === 410) throw new Trouble('gone');
  if (status !== 200) throw new Trouble('refused');
  const body = await bodyOf(answer, signal);
  return {
    type: 'body',
    body,
    etag: headerOf(answer.headers, 'etag'),
    lastModified: headerOf(answer.headers, 'last-modified'),
  };
}

/** What is kept of a header goes back in the next request, and is no longer than that needs. */
function headerOf(headers: IncomingHttpHeaders, name: 'etag' | 'last-modified'): string | null {
  const value = headers[name];
  return value !== undefined && value.length <= 500 ? value : null;
}

/** The cap holds for what comes over the line and for what it unpacks to. */
async function bodyOf(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  try {
    if (encoding === 'identity') return await gathered(answer);
    if (encoding !== 'gzip') throw new Trouble('not-a-calendar');
    const unpacked = createGunzip();
    answer.on('error', (error) => unpacked.destroy(error));
    return await gathered(answer.pipe(unpacked));
  } catch (error) {
    if (error instanceof Trouble || signal.aborted) throw error;
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
      ? new Trouble('not-a-calendar')
      : error;
  } finally {
    answer.destroy();
  }
}

async function gathered(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Trouble('too-big');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** A look-up cannot be called off: it is left to itself when the time is over. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', end));
}

function troubleOf(error: unknown): FeedTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME') return 'no-such-host';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'insecure' : 'unreachable';
}
