import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOnAir } from '../../server/app/on-air.ts';
import { isRefusal } from '../../server/core/decision.ts';
import { sampleRequests } from '../../server/sources/sample-creator.ts';
import type { DeskView } from '../../shared/desk-view.ts';
import type { StageView } from '../../shared/stage-view.ts';
import { moderator, socketToken } from '../access/people-given.ts';
import { givenDraft, givenService, granted, publish, secretIn } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { openStagePage } from '../sockets/stage-page.ts';

const AGREED = { onAir: true, consentVersion: '2-0123abcd' };

/** Pages of a stage that are there. */
const opened: Awaited<ReturnType<typeof openStagePage>>[] = [];
let door: TestProgram;
let service: string;
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const asked = async (more: object) => {
  const draft = givenDraft({ service, message: 'What do I put first?', ...AGREED, ...more });
  return granted(await door.program.parts.booking.viewers.ask('creator', draft, null));
};

async function ask(method: string, path: string, body: unknown = {}, headers: Record<string, string> = AS_OWNER) {
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

async function deskPage() {
  const { cookie } = await moderator(door, ['reply']);
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  await soon(() => expect(page.views).not.toEqual([]));
  return () => (page.views.at(-1) as DeskView | undefined)?.onAir ?? null;
}

test('[DK190] [ST150] a question stands on the stage under the on-air name alone, every desk is told, and it is taken off', async () => {
  const { id } = await asked({ name: 'Vera Viewer', contact: { email: 'vera@mail.example' } });
  const [stage, onAir] = [await openStagePage(door.base), await deskPage()];
  opened.push(stage);
  const shown = () => (stage.views.at(-1) as StageView | undefined)?.featured ?? null;
  const done = await ask('POST', `/requests/${id}/on-air`, { text: 'What first?' });
  expect(done).toMatchObject({ status: 200, body: { request: id } });
  await soon(() => expect(shown()).toMatchObject({ kind: 'question', name: 'Vera', text: 'What first?' }));
  expect(JSON.stringify(stage.views.at(-1))).not.toMatch(new RegExp(`${id}|vera@|Viewer|askedRequest`));
  await soon(() => expect(onAir()).toEqual(done.body));
  expect((await ask('DELETE', `/requests/${id}/on-air`)).status).toBe(200);
  await soon(() => expect([shown(), onAir()]).toEqual([null, null]));
  expect((await ask('DELETE', `/requests/${id}/on-air`)).body.why).toBe('not-on-air');
});

test('[DK190] [DK264] a comment takes the place of a question, and the desks say what is on air now', async () => {
  const { id } = await asked({});
  const onAir = await deskPage();
  await ask('POST', `/requests/${id}/on-air`, { text: 'What first?' });
  await soon(() => expect(onAir()).toMatchObject({ request: id }));
  await post(door.base, '/stages/featured', { kind: 'comment', name: 'Ann', text: 'Hello', comment: 7 });
  await soon(() => expect(onAir()).toMatchObject({ request: null, comment: 7, kind: 'comment', name: 'Ann' }));
  expect((await ask('DELETE', `/requests/${id}/on-air`)).body.why).toBe('not-on-air');
  expect(door.program.parts.stageControl.current().featured?.text).toBe('Hello');
});

test('[DK263] what another person has on the stages goes only for who says so, and its person is told by whom', async () => {
  const { id } = await asked({ name: 'Vera Viewer' });
  const [ann, ben] = [await moderator(door, ['control-stage']), await moderator(door, ['control-stage'])];
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie: ann.cookie }) });
  const told: unknown[] = [];
  page.socket.on('offAir', (off: unknown) => told.push(off));
  await soon(() => expect(page.views).not.toEqual([]));
  const comment = (text: string, replace: boolean) => ({ kind: 'comment', name: 'Cy', text, replace });
  const question = { text: 'What first?', replace: false };
  await post(door.base, '/stages/featured', null);
  expect((await ask('POST', `/requests/${id}/on-air`, question, { cookie: ann.cookie })).status).toBe(200);
  expect((await ask('POST', '/stages/featured', comment('No', false), { cookie: ben.cookie })).body.why).toBe(
    'on-air-taken',
  );
  expect((await ask('POST', `/requests/${id}/on-air`, question, { cookie: ben.cookie })).body.why).toBe('on-air-taken');
  expect((await ask('POST', '/stages/featured', comment('Mine', false), { cookie: ann.cookie })).status).toBe(200);
  expect(told).toEqual([]);
  expect((await ask('POST', '/stages/featured', comment('Now', true), { cookie: ben.cookie })).status).toBe(200);
  await soon(() => expect(told).toEqual([{ kind: 'comment', name: 'Cy', by: expect.any(String) }]));
  expect(door.program.parts.stageControl.current()).toMatchObject({ featured: { text: 'Now' }, by: { id: ben.id } });
});

test('[DK263] of two who put something on the stages at the same moment the second is asked first', async () => {
  const [ann, ben] = [await moderator(door, ['control-stage']), await moderator(door, ['control-stage'])];
  await post(door.base, '/stages/featured', null);
  const put = ({ cookie }: { cookie: string }) =>
    ask('POST', '/stages/featured', { kind: 'comment', name: 'Cy', text: 'Hi', replace: false }, { cookie });
  const answers = await Promise.all([put(ann), put(ben)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('[DK264] the desks are told whether a page of any stage is open, as the first one comes', async () => {
  const { cookie } = await moderator(door, ['reply']);
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const isOpen = () => (page.views.at(-1) as DeskView | undefined)?.stageOpen;
  await soon(() => expect(isOpen()).toBeDefined());
  for (const stage of opened.splice(0)) stage.socket.disconnect();
  await soon(() => expect(isOpen()).toBe(false));
  opened.push(await openStagePage(door.base));
  await soon(() => expect(isOpen()).toBe(true));
});

test('[DK190] whoever tries the sample show can ask each of its viewers on air', async () => {
  const names = [];
  for (const { slug: _slug, nthSlot: _nthSlot, ...draft } of sampleRequests) {
    const { id } = granted(await door.program.parts.booking.viewers.ask('creator', { ...draft, service }, null));
    names.push(granted(await door.program.parts.booking.views.deskRequest(id)).airName);
  }
  expect(names).toHaveLength(sampleRequests.length);
  expect(names).not.toContain(null);
});

test('[DK190] [DP299] without consent, with an older wording, or without a name that can be shown, nothing is shown', async () => {
  for (const [more, why, name] of [
    [{ onAir: false }, 'no-air-consent', null],
    [{ consentVersion: '1-e8bbc5ea' }, 'no-air-consent', null],
    [{ consentVersion: undefined }, 'no-air-consent', null],
    [{ name: 'a@b.example' }, 'no-air-name', ''],
  ] as const) {
    const { id } = await asked(more);
    expect([more, (await ask('POST', `/requests/${id}/on-air`, { text: 'x' })).body.why]).toEqual([more, why]);
    expect(granted(await door.program.parts.booking.views.deskRequest(id)).airName).toBe(name);
  }
});

test('[DK191] a contact, too many words or a missing right is refused', async () => {
  const { id } = await asked({});
  expect((await ask('POST', `/requests/${id}/on-air`, { text: 'Call 0170 1234567' })).body.why).toBe('contact-on-air');
  expect((await ask('POST', `/requests/${id}/on-air`, { text: 'x'.repeat(281) })).status).toBe(400);
  const { cookie } = await moderator(door, ['reply']);
  expect((await ask('POST', `/requests/${id}/on-air`, { text: 'x' }, { cookie })).status).toBe(403);
});

test('[DK191] who erases the own data, or is put away as spam, is off the stage at once', async () => {
  const { featured } = { featured: () => door.program.parts.stageControl.current().featured };
  const one = await asked({});
  await ask('POST', `/requests/${one.id}/on-air`, { text: 'Erase me' });
  expect(featured()?.text).toBe('Erase me');
  expect(isRefusal(await door.program.parts.booking.viewers.erase(secretIn(one.thread)))).toBe(false);
  await soon(() => expect(featured()).toBeNull());
  const other = await asked({});
  await ask('POST', `/requests/${other.id}/on-air`, { text: 'Spam me' });
  await ask('POST', `/requests/${other.id}/spam`);
  await soon(() => expect(featured()).toBeNull());
});

test('[DK220] a question is forgotten once the last stage has let go of it, and not before', async () => {
  const { parts } = door.program;
  const rethrow = (error: unknown) => {
    throw error;
  };
  const { id } = await asked({});
  const { until } = (await ask('POST', `/requests/${id}/on-air`, { text: 'How long?' })).body as { until: string };
  const sweepAt = (at: number) =>
    createOnAir({ ...parts, creatorId: 'local', clock: () => at, onFault: rethrow }).forgetShown();
  await sweepAt(Date.parse(until) - 1);
  expect(parts.stageControl.current().askedRequest).toBe(id);
  await sweepAt(Date.parse(until));
  expect(parts.stageControl.current()).toMatchObject({ featured: null, askedRequest: null });
  await post(door.base, '/stages/featured', { kind: 'comment', name: 'Ann', text: 'Hello' });
  await sweepAt(Date.parse(until) + 3_600_000);
  expect(parts.stageControl.current().featured?.text).toBe('Hello');
});
