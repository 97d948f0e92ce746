import type { Server } from 'socket.io';
import { NAMESPACES } from '../shared/protocol.ts';
import type { Access } from './app/access.ts';
import type { Person } from './app/signed-in.ts';
import { isRefusal } from './core/decision.ts';
import { requestFor } from './core/desk/by-rights.ts';
import { openDeskTalk } from './desk-talk.ts';
import type { Parts } from './parts.ts';
import { deskListSockets } from './sockets/desk-list.ts';
import { peopleSockets } from './sockets/people.ts';

/**
 * The desk's pages on one door: the view, the list with its opened request, and what moderators say to each other.
 * `onFloods`: what floods the queue has changed, for every door's view.
 */
export function openDeskPages(
  io: Server,
  standing: Pick<Access, 'bySocketToken' | 'current'>,
  parts: Parts,
  onFloods: () => void,
  onFault: (error: unknown) => void,
) {
  const { booking, views } = parts;
  const view = peopleSockets(io, {
    namespace: NAMESPACES.desk,
    find: standing.bySocketToken,
    current: standing.current,
    whyOut: ({ id }) => parts.access.whyOut(id),
    viewOf: views.desk,
    onRights: (socket) => list.rightsChanged(socket),
    onFault,
  });
  const list = deskListSockets<Person>(io, {
    queue: booking.queue,
    threadOf: async (id, person) => {
      const found = await booking.views.deskRequest(id);
      return isRefusal(found) ? null : requestFor(found, person.rights);
    },
    onFloods,
    onFault,
  });
  const talk = openDeskTalk(io, parts, onFault);
  return {
    changed: view.changed,
    counted: view.counted,
    checkStanding: view.checkStanding,
    lookThrough: list.lookThrough,
    /** These requests have changed; the rest of the view, held times and offers, may come a little later. */
    requestsChanged(requests: ReadonlyArray<string>): void {
      view.counted();
      list.changed(requests);
    },
    close(): void {
      for (const one of [view, list, talk]) one.close();
    },
  };
}
