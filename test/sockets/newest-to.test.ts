import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { createListeners } from '../../server/app/listeners.ts';
import { deskNews } from '../../server/sockets/desk-news.ts';
import { newestTo } from '../../server/sockets/newest-to.ts';
import { peopleSockets, threadSockets } from '../../server/sockets/people.ts';
import { openPage, soon } from './page.ts';

interface Person {
  readonly id: string;
  readonly rights: string;
}

const fail = (error: unknown) => {
  throw error;
};

/** A store that says what it held as it was asked; what is `held` waits with that, once. */
function slowStore(first: string) {
  const store = { now: first, held: null as PromiseWithResolvers<void> | null, asked: 0 };
  const read = async () => {
    store.asked += 1;
    const { now, held } = store;
    store.held = null;
    await held?.promise;
    return now;
  };
  return { store, read };
}

async function serve(): Promise<{ io: Server; base: string }> {
  const http = createServer();
  const io = new Server(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  onTestFinished(() => io.close());
  return { io, base: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

test('[SK166] what was asked for meanwhile is made after what is being made, which is not given; each page for itself', async () => {
  const given: string[] = [];
  const waiting = new Map<string, (made: string) => void>();
  const send = newestTo(
    (page: string) => new Promise<string>((made) => waiting.set(page, made)),
    (page, made) => void given.push(`${page} ${made}`),
  );
  const all = [send('one'), send('other'), send('one'), send('one')];
  waiting.get('one')?.('old');
  waiting.get('other')?.('only');
  await all[1];
  await soon(() => waiting.get('one')?.('new'));
  await Promise.all(all);
  expect(given).toEqual(['other only', 'one new']);
});

test('[SK166] one that fails is made anew when it was asked for meanwhile, and else says so to all who wait for it', async () => {
  const given: number[] = [];
  const makings: PromiseWithResolvers<number>[] = [];
  const send = newestTo(
    (_page: string) => {
      const making = Promise.withResolvers<number>();
      makings.push(making);
      return making.promise;
    },
    (_page, made) => void given.push(made),
  );
  const both = [send('page'), send('page')];
  makings[0]?.reject(new Error('the older'));
  await soon(() => expect(makings).toHaveLength(2));
  makings[1]?.resolve(2);
  await Promise.all(both);
  expect(given).toEqual([2]);
  const last = send('page');
  makings[2]?.reject(new Error('the only one'));
  await expect(last).rejects.toThrow('the only one');
});

test.each(['a message of the desk', 'the view of a person', 'the view of a thread'])(
  '[SK166] %s that was read before a change and took its time is not sent after what is newer',
  async (what) => {
    const { io, base } = await serve();
    const { store, read } = slowStore('old');
    const changes = createListeners<void>(fail);
    if (what === 'a message of the desk') {
      io.of('/desk').use((socket, next) => {
        socket.data.who = { person: { id: 'mo' }, login: null };
        next();
      });
      const end = deskNews<Person, 'views'>(io, {
        // As any other; a page of the test hears views.
        event: 'view' as never,
        everyMs: 10,
        valueOf: read as never,
        on: [changes.add],
        onFault: fail,
      });
      onTestFinished(end);
    } else if (what === 'the view of a person') {
      const person = { id: 'mo', rights: 'all' };
      const sockets = peopleSockets(io, {
        namespace: '/desk',
        find: async () => ({ person, login: null }),
        current: async () => person,
        viewOf: read,
        onFault: fail,
      });
      changes.add(sockets.changed);
      onTestFinished(sockets.close);
    } else {
      const sockets = threadSockets(io, { requestIdOf: async () => 'request', viewOf: read, onFault: fail });
      changes.add(() => sockets.changed(['request']));
      onTestFinished(sockets.close);
    }
    const path = what === 'the view of a thread' ? 'thread' : 'desk';
    const open = () => openPage<string>(`${base}/${path}`, { token: 'any', secret: 'any' });
    const first = open();
    await soon(() => expect(first.views).toEqual(['old']));
    const held = Promise.withResolvers<void>();
    store.held = held;
    const late = open();
    await soon(() => expect(store.asked).toBe(2));
    store.now = 'new';
    changes.tell();
    // The pages are gone through in the order in which they came: the late one is asked for as well by now.
    await soon(() => expect(first.views).toEqual(['old', 'new']));
    held.resolve();
    await soon(() => expect(late.views).toContain('new'));
    store.now = 'newest';
    changes.tell();
    await soon(() => expect(late.views).toContain('newest'));
    expect(late.views).toEqual(['new', 'newest']);
  },
);

test('[SK167] a view that was begun with rights that have ended meanwhile is not sent, and an older look at them undoes no newer', async () => {
  const { io, base } = await serve();
  const rights = slowStore('all');
  const views = slowStore('');
  const sockets = peopleSockets<Person, string>(io, {
    namespace: '/desk',
    find: async () => ({ person: { id: 'mo', rights: 'all' }, login: null }),
    current: async () => ({ id: 'mo', rights: await rights.read() }),
    viewOf: async (person) => {
      await views.read();
      return person.rights;
    },
    onFault: fail,
  });
  onTestFinished(sockets.close);
  const open = () => openPage<string>(`${base}/desk`, { token: 'any' });
  const first = open();
  await soon(() => expect(first.views).toEqual(['all']));
  const held = Promise.withResolvers<void>();
  views.store.held = held;
  const late = open();
  await soon(() => expect(views.store.asked).toBe(2));
  rights.store.now = 'some';
  const checked = sockets.checkStanding();
  await soon(() => expect(first.views).toEqual(['all', 'some']));
  held.resolve();
  await checked;
  await soon(() => expect(late.views).toEqual(['some']));

  // The first page is being looked at already: the late one is next.
  const older = sockets.checkStanding();
  const look = Promise.withResolvers<void>();
  rights.store.held = look;
  await soon(() => expect(rights.store.held).toBeNull());
  rights.store.now = 'none';
  const newer = sockets.checkStanding();
  await soon(() => expect(first.views).toEqual(['all', 'some', 'none']));
  look.resolve();
  await Promise.all([older, newer]);
  sockets.changed();
  await soon(() => expect(first.views).toEqual(['all', 'some', 'none', 'none']));
  await soon(() => expect(late.views).toEqual(['some', 'none', 'none']));
});
