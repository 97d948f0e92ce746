import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import { type Moderator, moderator } from '../access/people-given.ts';
import { givenService, granted, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [
    givenService({ title: { en: 'CV check' } }),
    givenService({ slug: 'talk' }),
  ]);
});
afterAll(() => door.close());

let comments = 0;
/** Its number in the journal. */
async function comment(viewer: string, name: string): Promise<number> {
  const id = `comment-${++comments}`;
  const at = new Date().toISOString();
  const event = {
    id,
    source: 'platform',
    type: 'chat',
    at,
    user: { id: viewer, name },
    chat: { text: 'When?', language: 'de' },
  };
  expect((await post(door.base, '/events', event)).status).toBe(202);
  const page = await fetch(`${door.base}/api/v1/events?limit=500`, { headers: AS_OWNER });
  const { events } = (await page.json()) as { events: { id: string; seq: number }[] };
  return events.find((one) => one.id === id)?.seq ?? 0;
}

async function hold(who: Pick<Moderator, 'cookie'>, seq: unknown) {
  const headers = { ...JSON_BODY, cookie: who.cookie };
  const body = JSON.stringify({ comment: seq });
  const answer = await fetch(`${door.base}/api/v1/chat-holds`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

test('[DK292] a held time is let go by who may accept, once, and not while its viewer asks for it', async () => {
  const [mo, bare] = [await moderator(door, ['accept']), await moderator(door, ['reply'])];
  const { chat } = door.program.parts.booking;
  const letGo = async ({ cookie }: Pick<Moderator, 'cookie'>, code: string) =>
    (await fetch(`${door.base}/api/v1/chat-holds/${code}`, { method: 'DELETE', headers: { cookie } })).status;
  const { body } = await hold(mo, await comment('eve', 'Eve'));
  expect(await letGo(bare, body.code)).toBe(403);
  expect(await letGo(mo, body.code)).toBe(200);
  expect(await chat.onDesk()).toEqual([]);
  expect(await chat.onStage()).toEqual([]);
  expect(await letGo(mo, body.code)).toBe(404);
  expect(await chat.claim('creator', body.code, 'a key')).toMatchObject({ why: 'not-found' });
  // It is the next free time again.
  const next = await hold(mo, await comment('fay', 'Fay'));
  expect(next.body.start).toBe(body.start);
  granted(await chat.claim('creator', next.body.code, 'a key'));
  expect(await letGo(mo, next.body.code)).toBe(404);
});

test('[DK241] the next free time is held for who wrote a comment, once, by who may accept, and for nobody who is blocked', async () => {
  const [mo, bare] = [await moderator(door, ['accept', 'block']), await moderator(door, ['reply'])];
  const { booking } = door.program.parts;
  granted(await booking.chat.setSetting({ ...FIRST_CHAT_WORD, on: false, mostASession: 1 }));
  const seq = await comment('ann', 'Ann Example');
  expect(await hold(bare, seq)).toMatchObject({ status: 403, body: { why: 'not-allowed' } });
  const made = await hold(mo, seq);
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'Ann Example', service: { title: { en: 'CV check' } }, taken: false },
  });
  const [again, later] = await Promise.all([
    hold(mo, seq),
    comment('ann', 'Ann Example').then((next) => hold(mo, next)),
  ]);
  expect([again?.body, later?.body]).toEqual([made.body, made.body]);
  const [bob, cem] = await Promise.all([
    comment('bob', 'Bob').then((next) => hold(mo, next)),
    comment('cem', 'Cem').then((next) => hold(mo, next)),
  ]);
  const starts = [made, bob, cem].map(({ body }) => body.start);
  expect(new Set(starts).size).toBe(3);
  expect(granted(await booking.chat.claim('creator', bob.body.code, 'a key'))).toMatchObject({ start: bob.body.start });
  const next = await comment('bob', 'Bob');
  expect(await hold(mo, next)).toMatchObject({ body: { start: bob.body.start, taken: true } });
  const dora = await comment('dora', 'Dora');
  granted(await booking.blocks.blockCommenter(dora, 'rude', { id: 'owner', name: 'Owner' }));
  expect(await hold(mo, dora)).toMatchObject({ body: { why: 'blocked' } });
  expect(await hold(mo, 999_999)).toMatchObject({ status: 404, body: { why: 'not-found' } });
  expect((await hold(mo, '1; drop')).status).toBe(400);
});
