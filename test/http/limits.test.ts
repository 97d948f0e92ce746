import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { BIO, givenService, granted, publish } from '../app/booking-given.ts';
import { JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  const { trustedProxies } = readConfig([], { CUEDESK_TRUSTED_PROXIES: '127.0.0.1' });
  door = await startProgram({ trustedProxies });
});
afterAll(() => door.close());

/** As a viewer behind a proxy of ours: the machine itself has no limit. */
async function statuses(path: string, viewer: string | null, count: number): Promise<number[]> {
  const headers = { ...JSON_BODY, ...(viewer ? { 'x-forwarded-for': viewer } : {}) };
  const answers: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const answer = await fetch(`${door.publicBase}/api/v1/public${path}`, { method: 'POST', headers, body: '{}' });
    answers.push(answer.status);
    await answer.arrayBuffer();
  }
  return answers;
}
const refused = (answers: number[]) => answers.filter((status) => status === 429).length;

test('[BK54] one address may hold and ask thirty times a minute each, and act in threads sixty times', async () => {
  for (const [path, most] of [
    ['/creator/requests', 30],
    ['/creator/holds', 30],
    ['/threads/none/messages', 60],
  ] as const) {
    const answers = await statuses(path, '203.0.113.7', most + 1);
    expect([path, refused(answers.slice(0, most)), answers[most]]).toEqual([path, 0, 429]);
    expect(refused(await statuses(path, '203.0.113.8', 1))).toBe(0);
  }
});

test('[BK170] an eleventh hold of one address is refused in words, and another address has its own', async () => {
  const [service = ''] = await publish(door.program.parts.booking, [givenService()], BIO);
  const { slots } = granted(await door.program.parts.booking.views.slots('creator', service, { from: null, to: null }));
  const hold = async (viewer: string, start: string | undefined) => {
    const headers = { ...JSON_BODY, 'x-forwarded-for': viewer };
    const body = JSON.stringify({ service, start });
    const answer = await fetch(`${door.publicBase}/api/v1/public/creator/holds`, { method: 'POST', headers, body });
    return { status: answer.status, body: (await answer.json()) as { why?: string } };
  };
  for (const { start } of slots.slice(0, 10)) expect((await hold('203.0.113.20', start)).status).toBe(201);
  expect(await hold('203.0.113.20', slots[10]?.start)).toMatchObject({ status: 429, body: { why: 'too-many' } });
  expect((await hold('203.0.113.21', slots[10]?.start)).status).toBe(201);
});

test('[OD42] thirty wrong codes a minute, from whatever addresses, end the guessing for that minute', async () => {
  const claim = async (at: number, code = 'KFRT') => {
    const headers = { ...JSON_BODY, 'x-forwarded-for': `198.51.100.${at}`, 'idempotency-key': `k${at}` };
    const body = JSON.stringify({ code });
    const answer = await fetch(`${door.publicBase}/api/v1/public/creator/holds/claim`, {
      method: 'POST',
      headers,
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const answers: number[] = [];
  for (let at = 0; at < 40; at++) expect(await claim(at, 'XYZXYZ')).toBe(404);
  for (let at = 0; at < 31; at++) answers.push(await claim(at));
  expect(answers.slice(0, 30)).toEqual(Array(30).fill(404));
  expect(answers[30]).toBe(429);
});

test('[BK54] what comes from this machine itself has no such limit', async () => {
  expect(refused(await statuses('/creator/requests', null, 40))).toBe(0);
});
