import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
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

test('[BK54] what comes from this machine itself has no such limit', async () => {
  expect(refused(await statuses('/creator/requests', null, 40))).toBe(0);
});
