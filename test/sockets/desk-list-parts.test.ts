import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { isWhole, type List, withChange, withPart } from '../../overlay/desk/list.ts';
import { deskListSockets } from '../../server/sockets/desk-list.ts';
import type { DeskListPart, DeskRow, DeskRows } from '../../shared/desk-view.ts';
import { row } from '../overlay/desk/sample-request.ts';
import { openPage, soon } from './page.ts';

/** A list of so many rows that grows and shrinks by one with each version, as the desk's own does. */
function growing(count: number) {
  const rows = new Map(Array.from({ length: count }, (_, at) => [`r${at}`, row({ id: `r${at}` })]));
  const changes: { readonly row: DeskRow; readonly gone: string }[] = [];
  const take = (gone: string) => {
    const made = row({ id: `new-${changes.length}` });
    rows.delete(gone);
    rows.set(made.id, made);
    changes.push({ row: made, gone });
  };
  return {
    rows,
    take,
    queue: {
      renew: async () => false,
      reconcile: async () => false,
      whole: () => ({ version: changes.length, rows: [...rows.values()] }),
      since: (from: number): DeskRows => {
        const late = changes.slice(from);
        const gone = late.map((change) => change.gone);
        const left = late.map((change) => change.row).filter(({ id }) => rows.has(id));
        return { from, version: changes.length, rows: left, gone };
      },
    },
  };
}

async function serve(queue: ReturnType<typeof growing>['queue']) {
  const http = createServer();
  const io = new Server(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const onFault = (error: unknown) => {
    throw error;
  };
  const sockets = deskListSockets(io, { queue, threadOf: async () => null, onFloods: () => {}, onFault });
  onTestFinished(async () => {
    sockets.close();
    await io.close();
  });
  return { base: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, sockets };
}

test('[DK122] the row after a part comes with the next one, none twice and none left out, while rows come and go', async () => {
  const source = growing(2500);
  const { base, sockets } = await serve(source.queue);
  const page = openPage(`${base}/desk`, {});
  const parts: DeskListPart[] = [];
  let list: List | null = null;
  let arriving: ReturnType<typeof withPart> = null;
  page.socket.on('list', (part: DeskListPart, heard: () => void) => {
    parts.push(part);
    arriving = withPart(arriving, part);
    if (arriving && isWhole(arriving)) list = arriving;
    // One that this part had, one that is still to come, and what is new.
    source.take(`r${part.first + 1}`);
    source.take(`r${2400 - part.first}`);
    sockets.changed(['any']);
    heard();
  });
  page.socket.on('rows', (change: DeskRows) => {
    list = list && withChange(list, change);
  });
  await soon(() => expect(list?.version).toBe(6));
  expect(parts.map(({ first, rows }) => [first, rows.length])).toEqual([
    [0, 1000],
    [1000, 1000],
    [2000, 500],
  ]);
  expect(new Set(parts.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(2500);
  expect([...((list as List | null)?.rows.keys() ?? [])].sort()).toEqual([...source.rows.keys()].sort());
});
