import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderator } from '../access/people-given.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

test('[DK175] snoozing is an act of who may reply, is in the log of acts, and asks for a time', async () => {
  const made = await post(door.base, '/requests', { name: 'Ann', text: 'Hello' });
  const { id } = (await made.json()) as { id: string };
  const one = await moderator(door, ['reply']);
  const snooze = async (cookie: string, body: unknown) => {
    const headers = { ...JSON_BODY, cookie };
    const answer = await fetch(`${door.base}/api/v1/requests/${id}/snooze`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
  };
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect(await snooze(one.cookie, { until })).toMatchObject({
    status: 200,
    body: { state: 'new', snoozedUntil: until },
  });
  expect(await snooze(one.cookie, { until: '2020-01-01T00:00:00Z' })).toMatchObject({
    status: 400,
    body: { why: 'bad-input', issues: [{ path: 'until' }] },
  });
  for (const wrong of [{}, { until: 'tomorrow' }, { until: 5 }])
    expect(await snooze(one.cookie, wrong)).toMatchObject({ status: 400 });
  expect(await snooze(one.cookie, { until, afterLive: true })).toMatchObject({ status: 409, body: { why: 'no-live' } });
  expect(await snooze(one.cookie, { until: null })).toMatchObject({ status: 200, body: { snoozedUntil: null } });
  expect((await snooze((await moderator(door, ['block'])).cookie, { until })).status).toBe(403);
  const log = await fetch(`${door.base}/api/v1/audit?act=requests.snooze&person=${one.id}`, { headers: AS_OWNER });
  const { entries } = (await log.json()) as { entries: { object: string; result: string }[] };
  expect(entries.map(({ object, result }) => [object, result])).toEqual([
    [id, 'done'],
    [id, 'no-live'],
    [id, 'done'],
  ]);
});
