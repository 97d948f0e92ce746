import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteViewer } from '../../server/store/viewers.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import { moderator } from '../access/people-given.ts';
import { givenDraft, givenService, granted, publish } from '../app/booking-given.ts';
import { startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
let service: string;
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const asked = async (email?: string) => {
  const draft = givenDraft({ service, message: 'Hello', ...(email ? { contact: { email } } : {}) });
  return granted(await door.program.parts.booking.viewers.ask('creator', draft, null)).id;
};
async function othersOf(id: string, cookie: string) {
  const answer = await fetch(`${door.base}/api/v1/requests/${id}/others`, { headers: { cookie } });
  const others = (await answer.json()) as OtherRequest[];
  return { status: answer.status, ids: others.map?.((other) => `${other.id} ${other.by}`) };
}

test('[DK203] what else a person has is found by the platform’s id, and by a typed address for who may see contacts', async () => {
  const { store } = door.program.parts;
  const [one, two, typed, stranger, silent] = [
    await asked('Vera@mail.example'),
    await asked(),
    await asked('vera@MAIL.example'),
    await asked('other@mail.example'),
    await asked(),
  ];
  await store.transaction(async (tx) => {
    for (const id of [one, two]) await noteViewer(tx, 'local', id, 'viewer-1');
  });
  const { cookie } = await moderator(door, ['see-contact', 'decline']);
  expect((await othersOf(one, cookie)).ids.toSorted()).toEqual([`${two} viewer`, `${typed} address`].toSorted());
  const bare = await moderator(door, []);
  expect((await othersOf(one, bare.cookie)).ids).toEqual([`${two} viewer`]);
  for (const alone of [stranger, silent]) expect((await othersOf(alone, cookie)).ids).toEqual([]);
  granted(await door.program.parts.booking.desk.act(two, { type: 'decline' }, { id: 'owner', name: 'Owner' }));
  expect((await othersOf(one, bare.cookie)).ids).toEqual([]);
  expect((await othersOf('none', cookie)).status).toBe(404);
});
