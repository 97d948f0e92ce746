import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { JournalEntry } from '../../shared/events.ts';
import type { AllowedHosts } from '../core/hosts.ts';
import { mayConnect } from './pages.ts';

const PATH = '/api/v1/stream';
const PAGE = 500;
/** While this much waits for a reader, nothing is added; it goes on from the journal when it has read. */
const WAITING_BYTES = 256 * 1024;
/** A reader that has not answered one ping by the next is gone. */
const PING_MS = 15_000;

/** How often it is asked whether the readers still may, beside each change of logins in this process. */
const STANDING_EVERY_MS = 900;
/** Time for a reader that may no more to say goodbye; one that does not read is cut. */
const GOODBYE_MS = 500;

const After = z.coerce.number().int().min(0);

/** What the stream needs: who may read, the journal, and news of its growth. */
export interface StreamDeps {
  readonly hosts: AllowedHosts;
  /** Whether this request carries the owner's token or login. Asked again while it reads: a stream ends with its login. */
  readonly mayRead: (request: IncomingMessage) => Promise<boolean>;
  /** Told when logins have ended in this process; another's are seen within a second. */
  readonly onStanding: (listener: () => void) => () => void;
  /** The next entries, as many as make a page; none at its end only. */
  readonly readJournal: (after: number, limit: number) => Promise<JournalEntry[]>;
  readonly onEntries: (listener: (entries: ReadonlyArray<JournalEntry>) => void) => () => void;
  readonly onFault: (error: unknown) => void;
  /** Time between two pings; a test gives its own. */
  readonly pingMillis?: number;
}

/**
 * The journal as a plain websocket: every entry after `after` as one JSON message, from history on to live, without a
 * gap or a repeat. A slow reader costs no memory: it is served from the journal at its own pace.
 */
export function openStream(http: HttpServer, deps: StreamDeps) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false });
  const readers = new Set<Reader>();

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (isSocketIo(request)) return;
    socket.on('error', () => socket.destroy());
    const url = URL.parse(request.url ?? '/', 'http://door');
    if (!url) return refuse(socket, '400 Bad Request');
    if (url.pathname !== PATH) return refuse(socket, '404 Not Found');
    if (!mayConnect(request, deps.hosts)) return refuse(socket, '403 Forbidden');
    if (!(await deps.mayRead(request))) return refuse(socket, '401 Unauthorized');
    const after = After.safeParse(afterOf(url.searchParams));
    if (!after.success) return refuse(socket, '400 Bad Request');
    server.handleUpgrade(request, socket, head, (peer) => follow(peer, request, after.data));
  }

  function follow(peer: WebSocket, request: IncomingMessage, after: number): void {
    let position = after;
    let pumping = false;
    let asked = false;
    let stalled = false;
    /** Whether it gave a sign of life since the last ping. */
    let alive = true;

    async function pump(): Promise<void> {
      asked = true;
      if (pumping) return;
      pumping = true;
      try {
        while (asked && peer.readyState === peer.OPEN) {
          asked = false;
          stalled = peer.bufferedAmount > WAITING_BYTES;
          if (stalled) break;
          const page = await deps.readJournal(position, PAGE);
          for (const entry of page) {
            if (peer.bufferedAmount > WAITING_BYTES) break;
            peer.send(JSON.stringify(entry), sent);
            position = entry.seq;
          }
          if (page.length > 0) asked = true;
        }
      } finally {
        pumping = false;
      }
    }

    /** What a slow reader has read makes room for more, and shows that it is there. */
    function sent(): void {
      if (!stalled) return;
      alive = true;
      if (peer.bufferedAmount === 0) ask();
    }

    /** The reader is told to come again: left open, it would wait for entries that nobody brings. */
    function fail(error: unknown): void {
      deps.onFault(error);
      peer.close(1011, 'the journal cannot be read now');
    }

    function knock(): void {
      if (alive) peer.ping();
      else peer.terminate();
      alive = false;
    }

    const ask = () => void pump().catch(fail);
    const reader = { pump: ask, peer, request };
    const beat = setInterval(knock, deps.pingMillis ?? PING_MS);
    peer.on('pong', () => {
      alive = true;
    });
    readers.add(reader);
    peer.on('error', () => peer.terminate());
    peer.on('close', () => {
      clearInterval(beat);
      readers.delete(reader);
    });
    ask();
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(request, socket, head).catch((error: unknown) => {
      deps.onFault(error);
      socket.destroy();
    });
  };
  http.on('upgrade', onUpgrade);
  // Also without entries: that is told when it is not known what was kept.
  const forget = deps.onEntries(() => {
    for (const reader of readers) reader.pump();
  });

  const stopWatching = watchStanding(readers, deps);

  return {
    close(): void {
      forget();
      stopWatching();
      for (const peer of server.clients) peer.close(1001, 'Cuedesk stops');
      server.close();
    },
  };
}

interface Reader {
  pump(): void;
  readonly peer: WebSocket;
  /** What it came with. */
  readonly request: IncomingMessage;
}

/** Closes readers whose login or token has ended: with 1008, and by force where that is not heard. */
function watchStanding(readers: ReadonlySet<Reader>, { mayRead, onStanding, onFault }: StreamDeps): () => void {
  async function look({ peer, request }: Reader): Promise<void> {
    if (peer.readyState !== peer.OPEN || (await mayRead(request))) return;
    peer.close(1008, 'this login has ended');
    setTimeout(() => peer.terminate(), GOODBYE_MS).unref();
  }
  const lookAtAll = () => Promise.all([...readers].map((reader) => look(reader).catch(onFault)));
  let looking = false;
  const beat = setInterval(async () => {
    // A store that is slow or away is not asked again before it has answered.
    if (looking) return;
    looking = true;
    await lookAtAll();
    looking = false;
  }, STANDING_EVERY_MS);
  const forget = onStanding(() => void lookAtAll());
  return () => {
    clearInterval(beat);
    forget();
  };
}

/** A parameter that stands twice is no number: nobody can tell which is meant. */
function afterOf(query: URLSearchParams): string | string[] {
  const given = query.getAll('after');
  return given.length > 1 ? given : (given[0] ?? '0');
}

/** Answers every upgrade that is not socket.io's on a door that has no stream: left alone it would hang for ever. */
export function refuseOtherUpgrades(http: HttpServer): void {
  http.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (isSocketIo(request)) return;
    socket.on('error', () => socket.destroy());
    refuse(socket, '404 Not Found');
  });
}

/** By the address as it was sent, as socket.io itself decides: what neither of the two takes would be answered by nobody. */
function isSocketIo({ url }: IncomingMessage): boolean {
  return url?.startsWith('/socket.io/') === true;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
