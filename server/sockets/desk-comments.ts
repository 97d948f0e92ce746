import type { Server } from 'socket.io';
import type { CommentBatch } from '../../shared/comments.ts';
import { NAMESPACES } from '../../shared/protocol.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { personAt } from './desk-news.ts';

/** Nobody reads quicker; a storm of comments is four frames a second for each desk. */
const EVERY_MS = 250;

/** The chat for the desks, on every door, of those who may read it: what came before on connect, then batches, each made once for all. */
export function commentSockets<Person>(
  doors: ReadonlyArray<Server>,
  deps: {
    mayRead: (person: Person) => boolean;
    backlog: () => CommentBatch;
    take: () => { readonly batch: CommentBatch; readonly more: boolean } | null;
    onFault: (error: unknown) => void;
  },
) {
  const namespaces = doors.map((io) => io.of(NAMESPACES.desk));
  const batches = coalesce(
    EVERY_MS,
    () => {
      const taken = deps.take();
      if (!taken) return;
      const { batch, more } = taken;
      for (const namespace of namespaces) {
        cutStuck(namespace);
        for (const socket of namespace.sockets.values()) {
          if (deps.mayRead(personAt<Person>(socket))) socket.emit('comments', batch);
        }
      }
      if (more) batches.ask();
    },
    deps.onFault,
  );
  for (const namespace of namespaces) {
    namespace.on('connection', (socket) => {
      if (deps.mayRead(personAt<Person>(socket))) socket.emit('comments', deps.backlog());
    });
  }
  return { changed: batches.ask, close: batches.stop };
}
