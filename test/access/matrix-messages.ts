import { Socket } from 'socket.io';
import type { Socket as PageSocket } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { type DeskToServer, NAMESPACES, type StageToServer } from '../../shared/protocol.ts';
import { RIGHTS } from '../../shared/rights.ts';
import type { TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import type { Callers } from './matrix-given.ts';
import { socketToken } from './people-given.ts';

/** What every socket has, and no page says. */
const OF_THE_LIBRARY = new Set(['disconnect', 'error']);

/** Every message that the server listens for, by namespace, from now on. */
export function listening(): { readonly heard: () => Readonly<Record<string, string[]>>; readonly stop: () => void } {
  const names = new Map<string, Set<string>>(Object.values(NAMESPACES).map((namespace) => [namespace, new Set()]));
  const spy = vi.spyOn(Socket.prototype, 'on').mockImplementation(function on(this: Socket, event, listener) {
    if (!OF_THE_LIBRARY.has(String(event))) names.get(this.nsp.name)?.add(String(event));
    return this.addListener(event, listener);
  });
  const heard = () => Object.fromEntries([...names].map(([namespace, events]) => [namespace, [...events].toSorted()]));
  return { heard, stop: () => spy.mockRestore() };
}

/** What came of a message: something, nothing at all, or no page that could say it. */
type Came = 'heard' | 'nothing' | 'no';

interface Message {
  /** `request`: the one it is said of. */
  readonly say: (request: string) => unknown;
  /** Whether it says something of a request, so that it can be said of a foreign one. */
  readonly ofRequest: boolean;
  readonly came: (said: Said) => Promise<boolean>;
}

interface Said {
  readonly page: Listened;
  readonly door: TestProgram;
  readonly person: string;
  readonly request: string;
}

/** A page at the desk with what it was told. */
interface Listened {
  readonly socket: PageSocket;
  readonly lists: number;
  readonly threads: ReadonlyArray<readonly [string, unknown]>;
}

/** What the desk's pages may say. A message that is not here fails the test. */
const OF_THE_DESK: Readonly<Record<keyof DeskToServer, Message>> = {
  open: {
    say: (request) => request,
    ofRequest: true,
    came: async ({ page, request }) => page.threads.some(([id, thread]) => id === request && thread !== null),
  },
  list: { say: () => undefined, ofRequest: false, came: async ({ page }) => page.lists > 1 },
  here: {
    say: (request) => ({ request, typing: true }),
    ofRequest: true,
    came: async ({ door, request, person }) =>
      door.program.parts.presence.now().some((one) => one.request === request && one.id === person),
  },
  draft: {
    say: (request) => ({ request, text: 'Mine' }),
    ofRequest: true,
    came: async ({ door, person, request }) => {
      // What was said is kept now, or not at all.
      await door.program.parts.drafts.close();
      const { db } = door.program.parts.store;
      const kept = await db.selectFrom('reply_draft').selectAll().where('request_id', '=', request).execute();
      return kept.some((row) => row.person_id === person);
    },
  },
};
const OF_THE_STAGE: ReadonlyArray<keyof StageToServer> = ['alive', 'skipped', 'waiting'];

/** What the server has to listen for, and for nothing else. */
export const MESSAGES: Readonly<Record<string, string[]>> = {
  [NAMESPACES.desk]: Object.keys(OF_THE_DESK).toSorted(),
  [NAMESPACES.stage]: [...OF_THE_STAGE],
  [NAMESPACES.studio]: [],
  [NAMESPACES.thread]: [],
};

async function deskPage(url: string, token: string): Promise<Listened | null> {
  const { socket, admitted } = openPage(`${url}${NAMESPACES.desk}`, { token });
  const told = { lists: 0, threads: [] as [string, unknown][] };
  socket.on('list', (_part: unknown, heard: () => void) => {
    told.lists++;
    heard();
  });
  socket.on('thread', (id: string, thread: unknown) => told.threads.push([id, thread]));
  if ((await admitted) !== 'connected') return null;
  await soon(() => expect(told.lists).toBe(1));
  return Object.assign(told, { socket });
}

/** Says it, and waits until it is done: messages of one socket are heard in their order, and `open` is always answered. */
async function sayAndWait(page: Listened, event: string, said: unknown): Promise<void> {
  page.socket.emit(event, said);
  const asked = event === 'open' ? said : `mark-${page.threads.length}`;
  if (event !== 'open') page.socket.emit('open', asked);
  await soon(() => expect(page.threads.some(([id]) => id === asked)).toBe(true));
}

/** The lines of the desk's messages at one door: what comes of each, said by everybody of an own request and a foreign one. */
export async function deskMessageLines(
  door: TestProgram,
  callers: Callers,
  given: { readonly name: string; readonly base: string; readonly own: string; readonly foreign: string },
): Promise<string[]> {
  const said = new Map<string, string[]>();
  const foreign = new Map<string, Set<Came>>();
  for (const who of ['bare', ...RIGHTS, 'owner']) {
    const headers = callers.headers[who] ?? {};
    const page = await deskPage(given.base, await socketToken(door.base, headers));
    const { id: person } = (await (await fetch(`${door.base}/api/v1/login`, { headers })).json()) as { id: string };
    for (const [event, message] of Object.entries(OF_THE_DESK)) {
      const ask = async (request: string): Promise<Came> => {
        if (!page) return 'no';
        await sayAndWait(page, event, message.say(request));
        return (await message.came({ page, door, person, request })) ? 'heard' : 'nothing';
      };
      said.set(event, [...(said.get(event) ?? []), `${who}=${await ask(given.own)}`]);
      if (message.ofRequest && page) {
        foreign.set(event, (foreign.get(event) ?? new Set()).add(await ask(given.foreign)));
      }
    }
    page?.socket.disconnect();
  }
  return [...said].map(([event, all]) => {
    const others = foreign.has(event) ? [`foreign=${[...(foreign.get(event) ?? [])].toSorted().join('/')}`] : [];
    return [`${given.name} ${NAMESPACES.desk} ${event}`, ...all, ...others].join('  ');
  });
}
