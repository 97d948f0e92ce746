import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DeskView } from '../../shared/desk-view.ts';
import type { LiveEvent } from '../../shared/events.ts';
import type { StageStatus, StudioView } from '../../shared/studio-view.ts';
import { BIO, givenDraft, givenService, granted, publish } from '../app/booking-given.ts';
import { chat, follow, gift, like, tip } from '../core/live/events.ts';
import {
  AS_OWNER,
  JSON_BODY,
  liveOf,
  postEvents,
  stageToken,
  startProgram,
  type TestProgram,
} from '../program/given-program.ts';
import { openPage, soon } from './page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

async function openStage() {
  const page = openPage(`${door.base}/stage`, { token: await stageToken(door.base) });
  await soon(() => expect(page.views).not.toEqual([]));
  return page;
}

async function loginToken() {
  const answer = await fetch(`${door.base}/api/v1/login`, { headers: AS_OWNER });
  return ((await answer.json()) as { token: string }).token;
}

async function openDesk() {
  const page = openPage<DeskView>(`${door.base}/desk`, { token: await loginToken() });
  await soon(() => expect(page.views).not.toEqual([]));
  return page;
}

const post = (path: string) =>
  fetch(`${door.base}/api/v1${path}`, { method: 'POST', headers: { ...AS_OWNER, ...JSON_BODY }, body: '{}' });

const statuses = (): StageStatus[] => door.program.parts.stages.statuses();

test('[SK1] a stage gets the whole view when it connects, and the newest after each change', async () => {
  const page = await openStage();
  expect(page.views[0]).toMatchObject({ stage: { name: 'Main', language: 'en' }, bio: null, queue: { waiting: 0 } });
  await door.program.parts.settings.change({ language: 'nl' });
  await soon(() => expect(page.views.at(-1)?.stage.language).toBe('nl'));
});

test('[SK1] events that change nothing a stage shows send it no view', async () => {
  const page = await openStage();
  await soon(() => expect(page.views.length).toBeGreaterThan(0));
  const before = page.views.length;
  await postEvents(door.base, [chat('hello'), like(5, 90)]);
  await postEvents(door.base, follow('sk1'));
  await soon(() => expect(page.frames.flat()).toHaveLength(1));
  expect(page.views.length).toBe(before);
});

test('[SK2] a streak is one moment that grows, and what comes in a storm comes in few frames', async () => {
  const page = await openStage();
  const one = { streak: 'sk2', user: 'ida' };
  await postEvents(door.base, gift(1, one));
  await postEvents(door.base, gift(4, one));
  await postEvents(door.base, gift(2, one));
  await postEvents(door.base, gift(6, { ...one, ended: true }));
  await soon(() => expect(page.frames.flat().at(-1)).toMatchObject({ count: 6, ended: true }));
  const moments = page.frames.flat();
  expect(new Set(moments.map(({ key }) => key)).size).toBe(1);
  expect(moments.map((moment) => (moment.type === 'gift' ? moment.count : 0))).toEqual([1, 4, 6]);
  page.frames.length = 0;
  await postEvents(
    door.base,
    Array.from({ length: 600 }, (_, at) => follow(`fan-${at}`)),
  );
  await soon(() => expect(page.frames.flat()).toHaveLength(600));
  expect(page.frames.length).toBeLessThanOrEqual(5);
  expect(page.frames.flat().map(({ seq }) => seq)).toEqual(
    page.frames
      .flat()
      .map(({ seq }) => seq)
      .toSorted((a, b) => a - b),
  );
});

test('[SK2] a thousand changes make few views of the desk, and the last view is the last state', async () => {
  const desk = await openDesk();
  const { lastSeq } = await liveOf(door.base);
  const started = performance.now();
  for (let batch = 0; batch < 60; batch++) await postEvents(door.base, [chat('x'), chat('y')]);
  const { totals } = await liveOf(door.base);
  await soon(() => expect(desk.views.at(-1)?.live.totals).toEqual(totals));
  expect(desk.views.length).toBeLessThanOrEqual(3 + (performance.now() - started) / 500);
  expect((await liveOf(door.base)).lastSeq).toBe(lastSeq + 120);
});

test('[SK3] a stage knows nobody’s contact, message, internal id or platform id', async () => {
  const { booking } = door.program.parts;
  const [service = ''] = await publish(booking, [givenService()], { ...BIO, about: 'x' });
  const secret = { name: 'Vera V', message: 'canary message', contact: { email: 'canary@mail.example' } };
  const asked = granted(await booking.viewers.ask('creator', givenDraft({ service, ...secret }), null));
  const user = { id: 'canary-user-id', handle: 'vera', name: 'Vera', avatarUrl: 'https://canary.example/a.jpg' };
  await postEvents(door.base, [
    { ...gift(3, { streak: 'canary-streak' }), user },
    { ...tip(500), user, tip: { amount: { minor: 500, currency: 'EUR' }, message: 'canary tip' } } as LiveEvent,
    { ...chat('canary chat'), user } as LiveEvent,
  ]);
  const page = await openStage();
  await soon(() => expect(page.views.flatMap((view) => view.moments).length).toBeGreaterThanOrEqual(2));
  const shown = JSON.stringify(page.views);
  expect(page.views.at(-1)).toMatchObject({ queue: { waiting: 1 }, bio: { handle: 'creator' } });
  expect(shown).toContain('Vera');
  expect(shown).not.toMatch(/canary/i);
  expect(shown).not.toContain(asked.id);
  expect(shown).not.toContain(asked.thread.split('/t/')[1]);
  expect(shown).not.toContain('Passport');
});

test('[SK4] a rotated address cuts its pages within a second, and the old token never comes in again', async () => {
  const old = await stageToken(door.base);
  const page = await openStage();
  const [stage] = door.program.parts.stages.list();
  expect((await post(`/stages/${stage?.id}/rotate`)).status).toBe(200);
  const begun = performance.now();
  await vi.waitFor(() => expect(page.socket.connected).toBe(false), { timeout: 1000, interval: 10 });
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(await openPage(`${door.base}/stage`, { token: old }).admitted).toBe('not-signed-in');
  const fresh = await stageToken(door.base);
  expect(fresh).not.toBe(old);
  expect(await openPage(`${door.base}/stage`, { token: fresh }).admitted).toBe('connected');
});

test('[SK5] the studio sees which stage has a page, of what size, and can ask it to load itself anew', async () => {
  const page = await openStage();
  page.socket.emit('alive', { width: 1920, height: 1080, browser: 'OBS 32', framesPerSecond: 60 });
  await soon(() => expect(statuses()).toMatchObject([{ state: 'connected', size: { width: 1920, height: 1080 } }]));
  page.socket.emit('alive', { width: -1, height: 'x' });
  page.socket.emit('alive');
  page.socket.emit('alive', null, () => undefined);
  const asked = new Promise<void>((resolve) => page.socket.once('reload', () => resolve()));
  const [stage] = door.program.parts.stages.list();
  expect((await post(`/stages/${stage?.id}/reload`)).status).toBe(200);
  await asked;
  page.socket.disconnect();
  await soon(() => expect(statuses()).toMatchObject([{ state: 'gone', pages: 0 }]));
});

test('[SU545] studio and desk hear how many alerts wait on a stage’s page, and what is no number is not heard', async () => {
  const page = await openStage();
  const desk = await openDesk();
  const studio = openPage<StudioView>(`${door.base}/studio`, { token: await loginToken() });
  page.socket.emit('waiting', -1);
  page.socket.emit('waiting', 'many');
  page.socket.emit('waiting', 7);
  await soon(() => expect(desk.views.at(-1)?.alertsWaiting).toBe(7));
  await soon(() => expect(studio.views.at(-1)?.alertsWaiting).toBe(7));
  page.socket.emit('waiting', 0);
  await soon(() => expect(desk.views.at(-1)?.alertsWaiting).toBe(0));
});
