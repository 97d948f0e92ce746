import { isDeepStrictEqual } from 'node:util';
import type { Namespace, Server, Socket } from 'socket.io';
import { NAMESPACES, type WhyOut } from '../../shared/protocol.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { newestTo } from './newest-to.ts';
import { onlyKnown, textOf, VIEW_EVERY_MS } from './pages.ts';

/** Totals that run up need no more than this: nobody reads a number twice a second. */
const TOTALS_EVERY_MS = 500;
/**
 * How often it is asked whether the people behind the pages may still be there. A change in this process is looked into
 * at once; another's, or a time that has passed, is seen within this.
 */
const STANDING_EVERY_MS = 900;

/** Pages of the studio and of a thread hear, and have next to nothing to say (security notes, C2). */
const MESSAGES_A_MINUTE = 100;

/** Pages that one person has open at one namespace of a door; more are none that anybody looks at. */
const MOST_PAGES = 200;

/** A page of somebody who is signed in; `login` is what they are signed in by. */
export interface Visitor<Person> {
  readonly person: Person;
  readonly login: string | null;
}

/**
 * Sockets of pages that a person is signed in to, studio or desk: the whole view on connect and, coalesced, after each
 * change. `find` answers who a token was made for, `current` who that is now (null: nobody any more), `viewOf`
 * makes the view.
 */
export function peopleSockets<Person extends { readonly id: string }, View>(
  io: Server,
  deps: {
    namespace: typeof NAMESPACES.studio | typeof NAMESPACES.desk;
    find: (token: string) => Promise<Visitor<Person> | null>;
    current: (visitor: Visitor<Person>) => Promise<Person | null>;
    viewOf: (person: Person) => Promise<View>;
    /** Told of a page whose person has other rights now, after its new view. */
    onRights?: (socket: Socket) => void;
    /** Why this person is in no more, to be told before the page is cut; null where there is nothing to tell. */
    whyOut?: (person: Person) => Promise<WhyOut | null>;
    onFault: (error: unknown) => void;
  },
) {
  const namespace = io.of(deps.namespace);
  const most = deps.namespace === NAMESPACES.desk ? null : MESSAGES_A_MINUTE;
  onlyKnown(namespace, most, async (auth) => {
    const visitor = await deps.find(textOf(auth, 'token'));
    return visitor && pagesOf(namespace, visitor.person.id) < MOST_PAGES ? visitor : null;
  });
  const visitorOf = (socket: Socket) => socket.data.who as Visitor<Person>;
  const send = newestTo(
    (socket: Socket) => deps.viewOf(visitorOf(socket).person),
    (socket, view) => void socket.emit('view', view),
  );
  const sendAll = () => toEach(namespace, send, deps.onFault);
  const views = coalesce(VIEW_EVERY_MS, sendAll, deps.onFault);
  const totals = coalesce(TOTALS_EVERY_MS, sendAll, deps.onFault);
  /** A store that cannot say why keeps nobody in. */
  const cut = async (socket: Socket) => {
    const why = await deps.whyOut?.(visitorOf(socket).person).catch(() => null);
    if (why) socket.emit('out', why);
    socket.disconnect(true);
  };
  const look = newestTo(
    (socket: Socket) => deps.current(visitorOf(socket)),
    async (socket, person) => {
      const visitor = visitorOf(socket);
      if (person === null) return cut(socket);
      if (isDeepStrictEqual(person, visitor.person)) return;
      socket.data.who = { ...visitor, person };
      await send(socket);
      deps.onRights?.(socket);
    },
  );
  /** Cuts the pages of logins that hold no more, and gives those whose rights have changed another view. */
  const checkStanding = () => toEach(namespace, look, deps.onFault);
  let looking = false;
  const standing = setInterval(async () => {
    // A store that is slow or away is not asked again before it has answered.
    if (looking) return;
    looking = true;
    await checkStanding();
    looking = false;
  }, STANDING_EVERY_MS);
  namespace.on('connection', (socket) => {
    sendOrCut(socket, send, deps.onFault);
  });
  return {
    changed: views.ask,
    /** Only running totals have changed. */
    counted: totals.ask,
    checkStanding,
    close(): void {
      clearInterval(standing);
      views.stop();
      totals.stop();
    },
  };
}

function pagesOf(namespace: Namespace, person: string): number {
  const all = [...namespace.sockets.values()];
  return all.filter((socket) => (socket.data.who as Visitor<{ id: string }>).person.id === person).length;
}

/** Sockets of viewers' private threads: one room per request, so that a change reaches its own pages and no other. */
export function threadSockets<View>(
  io: Server,
  deps: {
    requestIdOf: (secret: string) => Promise<string | null>;
    viewOf: (secret: string) => Promise<View | null>;
    onFault: (error: unknown) => void;
  },
) {
  const namespace = io.of(NAMESPACES.thread);
  onlyKnown(namespace, MESSAGES_A_MINUTE, async (auth) => {
    const secret = textOf(auth, 'secret');
    const request = secret === '' ? null : await deps.requestIdOf(secret);
    return request === null ? null : { secret, request };
  });
  const send = newestTo(
    (socket: Socket) => deps.viewOf((socket.data.who as { secret: string }).secret),
    (socket, view) => void (view ? socket.emit('view', view) : socket.disconnect(true)),
  );
  /** What goes on in another request is heard of there from now on. */
  const follow = async (socket: Socket) => {
    const who = socket.data.who as { secret: string; request: string };
    const request = await deps.requestIdOf(who.secret);
    if (request === null || request === who.request) return;
    who.request = request;
    await socket.join(request);
  };
  const waiting = new Set<string>();
  const views = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      const ids = [...waiting];
      waiting.clear();
      const sockets = ids.flatMap((id) => [...(namespace.adapter.rooms.get(id) ?? [])]);
      for (const id of sockets) {
        const socket = namespace.sockets.get(id);
        if (socket)
          await follow(socket)
            .then(() => send(socket))
            .catch(deps.onFault);
      }
    },
    deps.onFault,
  );
  namespace.on('connection', (socket) => {
    void socket.join((socket.data.who as { request: string }).request);
    sendOrCut(socket, send, deps.onFault);
  });
  return {
    /** The threads of these requests have changed. */
    changed(requests: ReadonlyArray<string>): void {
      for (const id of requests) waiting.add(id);
      views.ask();
    },
    close: views.stop,
  };
}

/** Does something for every page; what fails for one does not keep it from the others. */
async function toEach(
  namespace: Namespace,
  work: (socket: Socket) => Promise<void>,
  onFault: (error: unknown) => void,
): Promise<void> {
  cutStuck(namespace);
  for (const socket of namespace.sockets.values()) await work(socket).catch(onFault);
}

/** A page that got no first view has nothing to show: it is cut, and connects again. */
function sendOrCut(socket: Socket, send: (socket: Socket) => Promise<void>, onFault: (error: unknown) => void): void {
  send(socket).catch((error: unknown) => {
    onFault(error);
    socket.disconnect(true);
  });
}
