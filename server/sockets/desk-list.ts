import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { DeskListPart, DeskRequest, DeskRow, DeskRows } from '../../shared/desk-view.ts';
import { NAMESPACES } from '../../shared/protocol.ts';
import { cutStuck } from './budget.ts';
import { coalesce } from './coalesce.ts';
import { personAt } from './desk-news.ts';
import { newestTo } from './newest-to.ts';
import { VIEW_EVERY_MS } from './pages.ts';

/** Rows sent before the page has to say that it has them: a fraction of what may wait for one socket. */
const ROWS_A_PART = 1000;
/** A page that does not say so within this is gone, or stuck. */
const HEARD_MS = 15_000;
/** How often the whole list is looked through, which takes as long as it is long. */
const RECONCILE_EVERY_MS = 500;

const OpenId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .nullable();

/** What a page of the desk has: the list's version (null: not all of it yet), and which request is open. */
interface Following {
  version: number | null;
  open: string | null;
  sending: boolean;
}

/** The list as the sockets need it; see `app/desk-queue.ts`. */
interface Queue {
  renew(requests: ReadonlyArray<string>): Promise<boolean>;
  reconcile(grouping: boolean): Promise<boolean>;
  whole(): { readonly version: number; readonly rows: DeskRow[] };
  since(version: number): DeskRows | null;
}

/**
 * The desk's list over the sockets of its people: whole on connect, in parts that are each acknowledged, and from then
 * on what changed alone; and the request that is open on a page, as its person may see it.
 */
export function deskListSockets<Person>(
  io: Server,
  deps: {
    queue: Queue;
    threadOf: (id: string, person: Person) => Promise<DeskRequest | null>;
    /** The view holds what floods: it is to be sent anew. */
    onFloods: () => void;
    onFault: (error: unknown) => void;
  },
) {
  const { queue, onFault } = deps;
  const namespace = io.of(NAMESPACES.desk);
  const pages = new Map<Socket, Following>();
  const touched = new Set<string>();

  /** What a page asked for last is what it gets, however often it asks. */
  const sendThread = newestTo(
    async (socket: Socket) => {
      const open = pages.get(socket)?.open ?? null;
      return open === null ? null : { open, request: await deps.threadOf(open, personAt<Person>(socket)) };
    },
    (socket, opened) => {
      if (opened) socket.emit('thread', opened.open, opened.request);
    },
  );

  async function sendWhole(socket: Socket, page: Following): Promise<void> {
    if (page.sending) return;
    page.sending = true;
    page.version = null;
    try {
      const { version, rows } = queue.whole();
      for (let first = 0; first === 0 || first < rows.length; first += ROWS_A_PART) {
        const part: DeskListPart = { version, first, total: rows.length, rows: rows.slice(first, first + ROWS_A_PART) };
        await socket.timeout(HEARD_MS).emitWithAck('list', part);
      }
      page.version = version;
    } finally {
      page.sending = false;
    }
    sendChanges();
  }

  /** Pages that stand at the same version are sent the very same change. */
  function sendChanges(): void {
    const made = new Map<number, DeskRows | null>();
    for (const [socket, page] of pages) {
      if (page.version === null) continue;
      const from = page.version;
      const change = made.has(from) ? (made.get(from) ?? null) : queue.since(from);
      made.set(from, change);
      if (change === null) sendWhole(socket, page).catch(cut(socket));
      else if (change.version > from) {
        page.version = change.version;
        socket.emit('rows', change);
      }
    }
  }

  const cut = (socket: Socket) => () => void socket.disconnect(true);
  const renewing = coalesce(
    VIEW_EVERY_MS,
    async () => {
      cutStuck(namespace);
      if (pages.size === 0) return;
      const ids = [...touched];
      touched.clear();
      if (await queue.renew(ids)) reconciling.ask();
      sendChanges();
      const renewed = new Set(ids);
      for (const [socket, page] of pages) {
        if (page.open !== null && renewed.has(page.open)) await sendThread(socket).catch(onFault);
      }
    },
    onFault,
  );
  let grouping = false;
  const reconciling = coalesce(
    RECONCILE_EVERY_MS,
    async () => {
      const all = grouping;
      grouping = false;
      if (pages.size > 0) await lookThrough(all);
    },
    onFault,
  );
  async function lookThrough(all: boolean): Promise<void> {
    const floods = await queue.reconcile(all);
    sendChanges();
    if (floods) deps.onFloods();
  }
  /** While no page is there nothing is kept up to date: the first one waits for that. */
  async function catchUp(): Promise<void> {
    const ids = [...touched];
    touched.clear();
    await queue.renew(ids);
    await lookThrough(true);
  }
  let ready = Promise.resolve();
  namespace.on('connection', (socket) => {
    const page: Following = { version: null, open: null, sending: false };
    if (pages.size === 0) ready = catchUp();
    pages.set(socket, page);
    socket.on('disconnect', () => void pages.delete(socket));
    socket.on('open', (id: unknown) => {
      const asked = OpenId.safeParse(id);
      if (!asked.success) return;
      page.open = asked.data;
      sendThread(socket).catch(onFault);
    });
    socket.on('list', () => void sendWhole(socket, page).catch(cut(socket)));
    ready.then(() => sendWhole(socket, page)).catch(cut(socket));
  });
  return {
    /** These requests have changed, or there are new ones. */
    changed(requests: ReadonlyArray<string>): void {
      for (const id of requests) touched.add(id);
      renewing.ask();
    },
    /** The clock has moved, or another process may have changed something. */
    lookThrough(): void {
      grouping = true;
      reconciling.ask();
    },
    /** What this page's person may see has changed. */
    rightsChanged(socket: Socket): void {
      sendThread(socket).catch(onFault);
    },
    close(): void {
      renewing.stop();
      reconciling.stop();
    },
  };
}
