import { basename } from 'node:path';
import { UnusableSource } from './source.ts';

export interface TikTokSpec {
  readonly type: 'tiktok';
  readonly id: string;
  /** Without the `@`, in lower case. */
  readonly handle: string;
}

export interface BridgeSpec {
  readonly type: 'tikfinity' | 'indofinity';
  readonly id: string;
  readonly url: string;
}

export interface ReplaySpec {
  readonly type: 'replay';
  readonly id: string;
  readonly file: string;
  /** 1 is the recorded speed, 0 as fast as possible. */
  readonly speed: number;
}

export interface DemoSpec {
  readonly type: 'demo';
  readonly id: 'demo';
  readonly speed: number;
}

/** A source as the command line, the environment or the studio names it (interface document, section 1). */
export type SourceSpec = TikTokSpec | BridgeSpec | ReplaySpec | DemoSpec;

const KINDS = 'tiktok:@handle, tikfinity:URL, indofinity:URL, replay:FILE or demo';
const FASTEST = 1000;
const DEFAULT_ADDRESS = { tikfinity: 'ws://127.0.0.1:21213/', indofinity: 'ws://127.0.0.1:62024/' };

/** Reads a source SPEC. Throws {@link UnusableSource} with one sentence when it is none. */
export function parseSpec(text: string): SourceSpec {
  const whole = text.trim();
  const [, type = '', rest = ''] = /^([a-z]*):?(.*)$/is.exec(whole) ?? [];
  switch (type.toLowerCase()) {
    case 'tiktok':
      return tiktokSpec(rest, whole);
    case 'tikfinity':
      return bridgeSpec('tikfinity', rest);
    case 'indofinity':
      return bridgeSpec('indofinity', rest);
    case 'replay':
      return replaySpec(rest);
    case 'demo':
      return demoSpec(rest);
    default:
      throw new UnusableSource(`"${shown(whole)}" is no source: write ${KINDS}.`);
  }
}

function tiktokSpec(rest: string, whole: string): TikTokSpec {
  const name = rest.trim().replace(/^https?:\/\/(?:www\.)?tiktok\.com\//i, '');
  const [, handle] = /^@?([a-z0-9._]{1,64})(?:\/live)?\/?$/i.exec(name) ?? [];
  if (!handle) throw new UnusableSource(`"${shown(whole)}" names no TikTok handle: write tiktok:@handle.`);
  const lower = handle.toLowerCase();
  return { type: 'tiktok', id: `tiktok:@${lower}`, handle: lower };
}

function bridgeSpec(type: BridgeSpec['type'], rest: string): BridgeSpec {
  const address = rest.trim() || DEFAULT_ADDRESS[type];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^wss?:$/.test(url.protocol) || !url.hostname) {
    throw new UnusableSource(
      `"${shown(address)}" is no address of a ${type} websocket: write ${type}:${DEFAULT_ADDRESS[type]}.`,
    );
  }
  url.hash = '';
  // The id is shown and kept; a key in the address's path or query is not.
  return { type, id: `${type}:${url.host}`, url: url.href };
}

function replaySpec(rest: string): ReplaySpec {
  const { path: file, speed } = withSpeed(rest);
  if (!file) throw new UnusableSource('replay: names no file: write replay:FILE, with ?speed=N if you like.');
  return { type: 'replay', id: `replay:${basename(file)}`.slice(0, 200), file, speed };
}

function demoSpec(rest: string): DemoSpec {
  const { path, speed } = withSpeed(rest);
  if (path)
    throw new UnusableSource(`The sample show takes no name: write demo instead of "${shown(`demo:${path}`)}".`);
  return { type: 'demo', id: 'demo', speed };
}

function withSpeed(text: string): { path: string; speed: number } {
  const [, path = '', asked] = /^(.*?)(?:\?speed=(.*))?$/s.exec(text.trim()) ?? [];
  if (asked === undefined) return { path, speed: 1 };
  const speed = Number(asked);
  if (asked.trim() === '' || !(speed >= 0 && speed <= FASTEST)) {
    throw new UnusableSource(`"${shown(asked)}" is no speed: write a number from 0 (at once) to ${FASTEST}.`);
  }
  return { path, speed };
}

/** What a person typed, short enough for one line and without control characters. */
function shown(text: string): string {
  const plain = text.replace(/\p{C}/gu, ' ');
  return plain.length > 80 ? `${plain.slice(0, 80)}...` : plain;
}
