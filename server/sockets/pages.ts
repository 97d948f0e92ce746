import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type Namespace, Server, type Socket } from 'socket.io';
import { type AllowedHosts, isOwnOrigin, soleHost } from '../core/hosts.ts';
import { perAddress } from './per-address.ts';
import { cutLoud } from './said-often.ts';

/** Views are sent at most this often. */
export const VIEW_EVERY_MS = 50;

/**
 * socket.io for our pages on one door: websocket only, small frames, no compression, no recovery (security notes, section
 * 1), and so many sockets of one address. `callerOf` respects the proxies that are trusted.
 */
export function openPages(
  http: HttpServer,
  hosts: AllowedHosts,
  callerOf = (request: IncomingMessage) => request.socket.remoteAddress ?? '',
): Server {
  const room = perAddress(callerOf);
  const io = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    destroyUpgrade: false,
    allowRequest: (request, done) => done(null, mayConnect(request, hosts) && room.enter(request)),
  });
  // Each part of a page hears of new sockets by itself; node warns of a leak at eleven.
  io.on('new_namespace', (namespace: Namespace) => namespace.setMaxListeners(20));
  // The namespace that everybody is in by default has nothing for anybody.
  io.use((_socket, next) => next(new Error('not-signed-in')));
  return io;
}

/** By name, and by origin where there is one; a script without one needs its token all the same. */
export function mayConnect(request: IncomingMessage, hosts: AllowedHosts): boolean {
  const host = soleHost(request.rawHeaders);
  if (!hosts.allows(host)) return false;
  const { origin } = request.headers;
  return origin === undefined || isOwnOrigin(origin, host);
}

/**
 * Lets into a namespace only who `find` knows by the handshake's auth; what it found is the socket's `data.who`. A page
 * that says more than `mostAMinute` is cut; null where each kind of message has a bound of its own.
 */
export function onlyKnown<T>(
  namespace: Namespace,
  mostAMinute: number | null,
  find: (auth: Record<string, unknown>) => Promise<T | null> | T | null,
): void {
  const admit = async (socket: Socket, next: (error?: Error) => void) => {
    const who = await find(socket.handshake.auth);
    socket.data = { who };
    next(who === null ? new Error('not-signed-in') : undefined);
  };
  namespace.use((socket, next) => {
    admit(socket, next).catch(() => next(new Error('unavailable')));
  });
  namespace.on('connection', (socket: Socket) => {
    // A packet that cannot be read must not end the process.
    socket.on('error', () => socket.disconnect(true));
    if (mostAMinute !== null) cutLoud(socket, mostAMinute);
  });
}

/** A text of the handshake's auth, or nothing. */
export function textOf(auth: Record<string, unknown>, name: string): string {
  const value = Object.hasOwn(auth, name) ? auth[name] : undefined;
  return typeof value === 'string' && value.length <= 200 ? value : '';
}
