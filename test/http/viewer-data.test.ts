import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMerge } from '../../server/store/merges.ts';
import { ViewerData } from '../../shared/viewer-data.ts';
import { givenService, MONDAY_ELEVEN, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;
beforeEach(async () => {
  door = await openBookingDoor();
  const questions = [{ id: 'goal', label: { en: 'Your goal?' }, required: false }];
  [service = ''] = await publish(door.booking, [givenService({ questions, cutoffMinutes: 60 })]);
});
afterEach(() => door.close());

async function ask(what: 'requests' | 'waitlist', body: object) {
  const person = { service, zone: 'Asia/Tokyo', language: 'de', adult: true, consent: true, consentVersion: '2-words' };
  const made = await door.ask('anyone', 'POST', `/api/v1/public/creator/${what}`, { ...person, ...body });
  expect(made.status, made.text).toBe(201);
  const { id, thread } = made.body as { id: string; thread: string };
  return { id, path: thread.replace('https://book.example/t/', '/api/v1/public/threads/') };
}
const desk = (id: string, act: string, text: string) =>
  door.ask('moderator', 'POST', `/api/v1/requests/${id}/${act}`, { text });

test('[BK213] a viewer has a file of everything that is kept of them, with nothing of the desk or of others', async () => {
  const contact = { email: 'vera@example.org' };
  const own = { name: 'Vera Viewer', message: 'Hello', contact, answers: { goal: 'A new job' }, region: 'NO' };
  const { id, path } = await ask('requests', { ...own, start: MONDAY_TEN });
  await ask('requests', { name: 'Canary Other', message: 'canary-other', start: MONDAY_ELEVEN });
  await desk(id, 'note', 'canary-note');
  await desk(id, 'reply', 'Welcome');
  const answer = await door.ask('anyone', 'GET', `${path}/data.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"');
  const file = ViewerData.parse(answer.body);
  expect(file).toMatchObject({
    creator: { handle: 'creator' },
    asks: [
      {
        state: 'waiting',
        start: MONDAY_TEN,
        wallStart: '2026-11-23T10:00',
        creatorZone: 'Europe/Berlin',
        person: { name: 'Vera Viewer', email: 'vera@example.org', language: 'de', zone: 'Asia/Tokyo' },
        agreed: {
          answers: [{ question: 'Your goal?', answer: 'A new job' }],
          region: 'NO',
          cutoffMinutes: 60,
          consentVersion: '2-words',
          adult: true,
        },
        waitsFor: null,
        paidAt: null,
      },
    ],
    messages: [
      { from: 'viewer', text: 'Hello' },
      { from: 'creator', text: 'Welcome' },
    ],
  });
  expect(file.asks).toHaveLength(1);
  expect(answer.text).not.toMatch(/canary|"Mo"|byName/i);
});

test('[BK213] what waits in line and what was merged is in the file, a mark as spam is not, and erased is nothing', async () => {
  const line = await ask('waitlist', { name: 'Vera Viewer', earliest: MONDAY_TEN });
  const first = await ask('requests', { name: 'Vera Before', message: 'First words', start: MONDAY_TEN });
  await door.store.transaction((tx) => addMerge(tx, 'local', first.id, line.id));
  const read = async () => (await door.ask('anyone', 'GET', `${line.path}/data.json`)).body as ViewerData;
  const { asks, messages } = await read();
  expect(asks.map(({ person, waitsFor }) => [person.name, waitsFor])).toEqual([
    ['Vera Viewer', { earliest: MONDAY_TEN, latest: null }],
    ['Vera Before', null],
  ]);
  expect(messages.map(({ text }) => text)).toContain('First words');
  await door.ask('owner', 'POST', `/api/v1/requests/${line.id}/spam`, {});
  const after = await read();
  expect([after.asks[0]?.state, JSON.stringify(after)]).toEqual(['declined', expect.not.stringContaining('spam')]);
  await door.ask('anyone', 'POST', `${line.path}/erase`, {});
  expect((await door.ask('anyone', 'GET', `${line.path}/data.json`)).status).toBe(404);
});

test('[BK281] the desk has the same file from the request, as JSON and CSV, with the right to see contacts alone, and none of who was erased', async () => {
  const contact = { email: 'vera@example.org' };
  const { id, path } = await ask('requests', { name: '=Vera', message: 'Hello, "you"', contact, start: MONDAY_TEN });
  await desk(id, 'note', 'canary-note');
  const get = (who: 'owner' | 'moderator' | 'anyone', format: string) =>
    door.ask(who, 'GET', `/api/v1/requests/${id}/viewer-data.${format}`);
  const own = (await door.ask('anyone', 'GET', `${path}/data.json`)).body;
  const json = await get('owner', 'json');
  expect(json.body).toEqual({ ...own, madeAt: json.body.madeAt });
  expect((await get('moderator', 'json')).status).toBe(200);
  expect((await get('anyone', 'json')).status).toBe(401);

  const csv = await get('owner', 'csv');
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="viewer-data.csv"');
  expect(csv.text).toContain("asks.1.person.name,'=Vera\r\n");
  expect(csv.text).toContain('asks.1.person.email,vera@example.org\r\n');
  expect(csv.text).toContain('messages.1.text,"Hello, ""you"""\r\n');
  expect(csv.text).not.toContain('canary-note');

  await door.ask('anyone', 'POST', `${path}/erase`, {});
  expect((await get('owner', 'json')).status).toBe(404);
});
