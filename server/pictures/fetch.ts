import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../../shared/public-address.ts';
import { type ImageType, imageType } from './image-kind.ts';

/** TikTok's own picture hosts, met in recordings of its messages; names under them are asked, no others. */
const HOSTS = ['tiktokcdn.com', 'tiktokcdn-us.com', 'tiktokcdn-eu.com'];
/** A gift's picture has 5 to 60 kB. */
const MOST_BYTES = 512 * 1024;
const MOST_MILLIS = 3000;

/** A still picture that was read as one: `type` is what its bytes are, not what they were called. */
export interface Picture {
  readonly type: ImageType;
  readonly bytes: Buffer;
}

/** What the fetch stands on; a test puts its own in place. */
export interface Web {
  readonly resolve: (host: string) => Promise<ReadonlyArray<LookupAddress>>;
  readonly isPublic: (address: string) => boolean;
  readonly request: typeof https.request;
}

const INTERNET: Web = {
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
  request: https.request,
};

/**
 * Fetches pictures of gifts, by addresses that strangers may have chosen: https, TikTok's hosts on the usual port alone,
 * and of these the addresses of the public internet. The name is looked up once, and what was found is what is connected
 * to. Redirects are not followed.
 */
export function createPictureFetch(web: Web = INTERNET) {
  return {
    /** Whether an address is one that is fetched at all. */
    isFetched: (address: string): boolean => targetOf(address) !== null,

    /** Null for what is not there in time, too large, or no still picture. Never rejects. */
    async fetchPicture(address: string): Promise<Picture | null> {
      const target = targetOf(address);
      if (!target) return null;
      try {
        const bytes = await load(target, web, AbortSignal.timeout(MOST_MILLIS));
        const type = bytes && imageType(bytes);
        return type ? { type, bytes } : null;
      } catch {
        return null;
      }
    },
  };
}

function targetOf(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isOwn = HOSTS.some((host) => url.hostname.endsWith(`.${host}`)) && isIP(url.hostname) === 0;
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isOwn && isPlain ? url : null;
}

/** Null for an answer that is not the picture itself. Rejects when it cannot be had, or not in time. */
function load(url: URL, web: Web, signal: AbortSignal): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'image/webp,image/png,image/jpeg', 'accept-encoding': 'identity' };
    const request = web.request(url, { agent: false, headers, signal, lookup: publicLookup(web) }, (answer) => {
      read(answer).then(resolve, reject);
      answer.on('close', () => request.destroy());
    });
    request.on('error', reject);
    request.end();
  });
}

async function read(answer: IncomingMessage): Promise<Buffer | null> {
  const { statusCode, headers } = answer;
  const isPicture = /^image\/(png|webp|jpeg)\b/i.test(headers['content-type'] ?? '');
  if (statusCode !== 200 || !isPicture || Number(headers['content-length'] ?? 0) > MOST_BYTES) {
    answer.destroy();
    return null;
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    length += (part as Buffer).length;
    // Leaving the loop closes the connection: what the header did not say is not read to its end.
    if (length > MOST_BYTES) return null;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** Finds the addresses that are connected to. One that is not public among them is enough to trust none. */
function publicLookup({ resolve, isPublic }: Web): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address))) {
          done(new Error(`${host} is not on the public internet`), '', 0);
        } else if (options.all) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}
