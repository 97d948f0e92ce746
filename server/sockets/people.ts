import type { Server, Socket } from 'socket.io';
import { NAMESPACES } from '../../shared/protocol.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { onlyKnown, textOf, VIEW_EVERY_MS } from './pages.ts';

/**
 * Sockets of pages that a person is signed in to, studio or desk: the whole view on connect and, coalesced, after each
 * change. `find` answers who a token was made for; `viewOf` makes that person's view.
 */
export function peopleSockets<Who, View>(
  io: Server,
  deps: {
    namespace: typeof NAMESPACES.studio | typeof NAMESPACES.desk;
    find: (token: string) => Promise<Who | null>;
    viewOf: (who: Who) => Promise<View>;
    onFault: (error: unknown) => void;
  },
) {
  const namespace = io.of(deps.namespace);
  onlyKnown(namespace, (auth) => deps.find(textOf(auth, 'token')));
  const send = async (socket: Socket) => {
    socket.emit('view', await deps.viewOf(socket.data.who as Who));
  };
  const views = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      for (const socket of namespace.sockets.values()) await send(socket);
    },
    deps.onFault,
  );
  namespace.on('connection', (socket) => {
    send(socket).catch((error: unknown) => {
      deps.onFault(error);
      socket.disconnect(true);
    });
  });
  return {
    changed: views.ask,
    /** How many pages are open. */
    count: () => namespace.sockets.size,
    close: views.stop,
  };
}

/** Sockets of viewers' private threads: one room per thread, named by the hash that the store knows it by. */
export function threadSockets<View>(
  io: Server,
  deps: { find: (secret: string) => Promise<View | null>; onFault: (error: unknown) => void },
) {
  const namespace = io.of(NAMESPACES.thread);
  onlyKnown(namespace, async (auth) => {
    const secret = textOf(auth, 'secret');
    return secret !== '' && (await deps.find(secret)) ? secret : null;
  });
  const send = async (socket: Socket) => {
    const view = await deps.find(String(socket.data.who));
    if (view) socket.emit('view', view);
    else socket.disconnect(true);
  };
  const views = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      for (const socket of namespace.sockets.values()) await send(socket);
    },
    deps.onFault,
  );
  namespace.on('connection', (socket) => {
    send(socket).catch(deps.onFault);
  });
  return { changed: views.ask, close: views.stop };
}
