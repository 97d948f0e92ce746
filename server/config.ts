import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Everything that the surroundings decide; see docs/settings.md for each. Read once, at start, by this file alone. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null: the public door is closed. */
  readonly publicPort: number | null;
  readonly dataFolder: string;
  /** Where the built pages lie; set by tests alone. */
  readonly distFolder: string;
  readonly publicUrl: string | null;
  readonly tunnel: 'cloudflared' | 'tailscale' | 'ngrok' | null;
  readonly ownerToken: string | null;
  readonly sources: ReadonlyArray<string>;
  readonly demo: boolean;
  readonly trustedProxies: BlockList;
  readonly obs: {
    readonly address: string | null;
    readonly password: string | null;
    /** Whether an OBS is looked for on this computer while none is named. Never for the demo, which is played beside a real one. */
    readonly search: boolean;
  };
  readonly databaseUrl: string | null;
  /** Null: mail is off, or set in the studio. */
  readonly mail: MailConfig | null;
  /** TikTok's Business Messaging; null unless both key and secret are set. `apiUrl` is another for a test double. */
  readonly tiktok: { readonly clientKey: string; readonly clientSecret: string; readonly apiUrl: string | null } | null;
  readonly sign: { readonly apiKey: string | null; readonly apiUrl: string | null };
  readonly logLevel: string;
  readonly language: string;
  /** Where programs are looked for. */
  readonly path: string;
}

/** The server that takes outgoing mail, as SMTP_URL and MAIL_FROM name it. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string | null;
  readonly from: string;
}

/** A setting that cannot be used, in one sentence; the program says it and exits with 1. */
export class UnusableConfig extends Error {
  override readonly name = 'UnusableConfig';
}

export const HELP = `Usage: npm start -- [options]

  --source=SPEC  where live events come from; may be repeated. SPEC is one of
                 tiktok:@handle
                 tikfinity:[URL]        (default ws://127.0.0.1:21213/)
                 indofinity:[URL]       (default ws://127.0.0.1:62024/)
                 replay:FILE[?speed=N]  (a journal export or a webcast capture; speed=0 is as fast as possible)
                 demo[?speed=N]         (the sample show)
  --demo         play the sample show, with sample data, in a throw-away folder
  --help         this text
  --version      the version

Environment: HOST, PORT, PUBLIC_PORT, CUEDESK_DATA, CUEDESK_PUBLIC_URL, OBS_SEARCH=off (no OBS is looked for) and more;
see docs/settings.md.`;

const TUNNELS = ['cloudflared', 'tailscale', 'ngrok'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The options of the command line. Throws {@link UnusableConfig} for one that is not known. */
export function readArguments(args: ReadonlyArray<string>): {
  sources: string[];
  demo: boolean;
  help: boolean;
  version: boolean;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        source: { type: 'string', multiple: true, default: [] },
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    return { sources: values.source, demo: values.demo, help: values.help, version: values.version };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UnusableConfig(`${said.replace(/[.\s]*$/, '.')} See npm start -- --help.`);
  }
}

/** The whole configuration. Throws {@link UnusableConfig} for a value that cannot be used. */
export function readConfig(args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = process.env): Config {
  const { sources, demo } = readArguments(args);
  const ownerToken = textOf(env['CUEDESK_OWNER_TOKEN']);
  if (ownerToken !== null && ownerToken.length < 32) {
    throw new UnusableConfig(
      `CUEDESK_OWNER_TOKEN has ${ownerToken.length} characters; it needs 32 or more, because it gives every right.`,
    );
  }
  const publicUrl = textOf(env['CUEDESK_PUBLIC_URL']);
  if (publicUrl !== null && !(isWebAddress(publicUrl) && isPlain(publicUrl))) {
    throw new UnusableConfig(
      'CUEDESK_PUBLIC_URL must be an http or https address without user, query and fragment, such as https://book.example.org.',
    );
  }
  return {
    host: textOf(env['HOST']) ?? '127.0.0.1',
    port: portOf('PORT', env['PORT'], 4747),
    publicPort: env['PUBLIC_PORT'] === 'off' ? null : portOf('PUBLIC_PORT', env['PUBLIC_PORT'], 4748),
    dataFolder: textOf(env['CUEDESK_DATA']) ?? 'data',
    distFolder: join(import.meta.dirname, '..', 'dist'),
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    tunnel: oneOf('CUEDESK_TUNNEL', env['CUEDESK_TUNNEL'], TUNNELS),
    ownerToken,
    sources: [...(env['CUEDESK_SOURCE'] ?? '').split(/\s+/).filter((spec) => spec !== ''), ...sources],
    demo,
    trustedProxies: proxiesOf(env['CUEDESK_TRUSTED_PROXIES'] ?? ''),
    obs: {
      address: obsOf(textOf(env['OBS_WEBSOCKET_URL'])),
      password: textOf(env['OBS_WEBSOCKET_PASSWORD']),
      search: !demo && oneOf('OBS_SEARCH', env['OBS_SEARCH'], ['on', 'off']) !== 'off',
    },
    databaseUrl: databaseOf(textOf(env['DATABASE_URL'])),
    mail: mailOf(textOf(env['SMTP_URL']), textOf(env['MAIL_FROM'])),
    tiktok: tiktokOf(env),
    sign: { apiKey: textOf(env['SIGN_API_KEY']), apiUrl: textOf(env['SIGN_API_URL']) },
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'], LEVELS) ?? 'info',
    language: textOf(env['LC_ALL']) ?? textOf(env['LC_MESSAGES']) ?? textOf(env['LANG']) ?? 'en',
    path: env['PATH'] ?? '',
  };
}

/** Half of it is a mistake that would show as messages that never come. */
function tiktokOf(env: NodeJS.ProcessEnv): Config['tiktok'] {
  const clientKey = textOf(env['TIKTOK_CLIENT_KEY']);
  const clientSecret = textOf(env['TIKTOK_CLIENT_SECRET']);
  if (clientKey === null && clientSecret === null) return null;
  if (clientKey === null || clientSecret === null) {
    throw new UnusableConfig('TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET belong together: set both, or none.');
  }
  const apiUrl = textOf(env['TIKTOK_API_URL']);
  if (apiUrl !== null && !isWebAddress(apiUrl)) {
    throw new UnusableConfig('TIKTOK_API_URL must be an http or https address.');
  }
  return { clientKey, clientSecret, apiUrl: apiUrl?.replace(/\/+$/, '') ?? null };
}

/** Addresses and ranges (`10.0.0.0/8`) between spaces or commas. */
function proxiesOf(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const [address = '', bits, ...more] = entry.split('/');
    const version = isIP(address);
    const longest = version === 6 ? 128 : 32;
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
    if (version === 0 || !isRange || more.length > 0) {
      throw new UnusableConfig(
        `CUEDESK_TRUSTED_PROXIES holds "${entry}", which is no address and no range such as 10.0.0.0/8.`,
      );
    }
    list.addSubnet(address, bits === undefined ? longest : Number(bits), version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/**
 * `smtps://` is encrypted from the first byte. `smtp://` turns encryption on before anything else is said, except on this
 * machine, or with `?security=none`.
 */
function mailOf(address: string | null, from: string | null): MailConfig | null {
  if (address === null) return null;
  const url = URL.parse(address);
  const [user, password] = [decoded(url?.username ?? ''), decoded(url?.password ?? '')];
  // The address holds a password: it is not repeated.
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || user === null || password === null)
    throw new UnusableConfig('SMTP_URL must be a mail server, such as smtps://user:password@smtp.example.org.');
  const sender = /<([^<>]+)>\s*$/.exec(from ?? '')?.[1] ?? from ?? user;
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(sender))
    throw new UnusableConfig('MAIL_FROM must be the address that mail is sent from, such as bookings@example.org.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const open = url.searchParams.get('security') === 'none' || /^(?:localhost|127\.[\d.]+|::1)$/.test(host);
  const security = url.protocol === 'smtps:' ? 'tls' : open ? 'none' : 'starttls';
  const port = url.port === '' ? { tls: 465, starttls: 587, none: 25 }[security] : Number(url.port);
  return { host, port, security, user, password: password || null, from: sender };
}

/** Null where the signs behind a `%` mean nothing. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** As the driver reads it: a URL, or the folder of a socket. It may hold a password: it is not repeated. */
function databaseOf(address: string | null): string | null {
  if (address === null || /^(?:postgres(?:ql)?:\/\/|socket:|\/)/.test(address)) return address;
  throw new UnusableConfig(
    'DATABASE_URL must be a PostgreSQL database, such as postgres://user:password@127.0.0.1/cuedesk. Leave it out for the database in the data folder.',
  );
}

/** A bare name or address is one without encryption, as in the studio. */
function obsOf(typed: string | null): string | null {
  if (typed === null) return null;
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `ws://${typed}`;
  if (/^wss?:$/.test(URL.parse(address)?.protocol ?? '')) return address;
  throw new UnusableConfig('OBS_WEBSOCKET_URL must be a websocket address, such as ws://127.0.0.1:4455.');
}

function textOf(value: string | undefined): string | null {
  const text = value?.trim();
  return text ? text : null;
}

function portOf(name: string, value: string | undefined, otherwise: number): number {
  const text = textOf(value);
  if (text === null) return otherwise;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UnusableConfig(`${name} must be a port from 0 to 65535, not "${text}".`);
  return port;
}

function oneOf<T extends string>(name: string, value: string | undefined, allowed: ReadonlyArray<T>): T | null {
  const text = textOf(value);
  if (text === null) return null;
  const found = allowed.find((one) => one === text);
  if (!found) throw new UnusableConfig(`${name} must be one of ${allowed.join(', ')}, not "${text}".`);
  return found;
}

/** Whether paths can be put behind it, and it gives no name and password away. */
function isPlain(address: string): boolean {
  const { username, password } = new URL(address);
  return username === '' && password === '' && !/[?#]/.test(address);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
