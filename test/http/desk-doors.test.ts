import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import { toInstant } from '../../shared/time.ts';
import { BIO, givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, postEvents, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()], BIO);
});
afterAll(() => door.close());

async function ask(base: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const sending = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${base}/api/v1${path}`, { method, headers: { ...JSON_BODY, ...headers }, ...sending });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

test('[OD11] a word in the chat of the live goes all the way to a code, and the code to a hold at the public door', async () => {
  const set = await ask(door.base, 'PUT', '/chat-word', { ...FIRST_CHAT_WORD, on: true }, AS_OWNER);
  expect(set.status).toBe(200);
  const chat = { id: 'c1', source: 'api', type: 'chat' as const, at: toInstant(Date.now()), chat: { text: '!BOOK' } };
  await postEvents(door.base, { ...chat, user: { id: 'u1', name: 'Ann Example' } });
  await expect
    .poll(async () => (await ask(door.base, 'GET', '/chat-holds', undefined, AS_OWNER)).body)
    .toMatchObject([{ name: 'Ann Example', taken: false }]);
  const [{ code, start }] = (await ask(door.base, 'GET', '/chat-holds', undefined, AS_OWNER)).body;
  const claim = (key: string) =>
    ask(
      door.publicBase,
      'POST',
      '/public/creator/holds/claim',
      { code: code.toLowerCase() },
      { 'idempotency-key': key },
    );
  const claimed = await claim('k');
  expect(claimed).toMatchObject({ status: 200, body: { start } });
  expect((await claim('k')).body.hold).toBe(claimed.body.hold);
  expect((await claim('another')).status).toBe(404);
  const draft = {
    service: claimed.body.service,
    start,
    hold: claimed.body.hold,
    name: 'Ann',
    adult: true,
    consent: true,
  };
  expect((await ask(door.publicBase, 'POST', '/public/creator/requests', draft)).status).toBe(201);
});

test('[DK294] [DK295] the page of a thread opens it and a preview of its address does not; its link is given again till then', async () => {
  const draft = { name: 'Ola', text: 'Hei', language: 'nb' };
  const made = (await ask(door.base, 'POST', '/requests', draft, AS_OWNER)).body;
  const link = () => ask(door.base, 'POST', `/requests/${made.id}/link`, {}, AS_OWNER);
  expect(await link()).toMatchObject({ status: 200, body: { thread: made.thread } });
  const path = new URL(made.thread).pathname;
  expect((await fetch(`${door.publicBase}${path}`)).status).toBe(200);
  expect((await link()).status).toBe(200);
  expect((await ask(door.publicBase, 'GET', `/public/threads/${path.slice(3)}`)).status).toBe(200);
  expect(await link()).toMatchObject({ status: 404, body: { why: 'not-found' } });
  const shown = await ask(door.base, 'GET', `/requests/${made.id}`, undefined, AS_OWNER);
  expect(shown.body.unopened).toBe(false);
});

test('[OD11] pasting and held times need a login of the desk, the word the owner’s; what is wrong is named', async () => {
  const draft = { name: 'Ola', text: 'Hei', language: 'nb' };
  for (const [method, path, body] of [
    ['POST', '/requests', draft],
    ['GET', '/chat-holds', undefined],
    ['POST', '/chat-holds/KFRT/book', {}],
    ['GET', '/chat-word', undefined],
    ['PUT', '/chat-word', FIRST_CHAT_WORD],
    ['GET', '/tiktok-messages', undefined],
  ] as const) {
    expect([path, (await ask(door.base, method, path, body)).status]).toEqual([path, 401]);
    expect([path, (await ask(door.publicBase, method, path, body, AS_OWNER)).status]).toEqual([path, 404]);
  }
  const made = await ask(door.base, 'POST', '/requests', draft, AS_OWNER);
  expect(made).toMatchObject({ status: 201, body: { state: 'new' } });
  expect(made.body.thread).toContain('/t/');
  const wrong = await ask(door.base, 'POST', '/requests', { name: ' ', text: '' }, AS_OWNER);
  expect(wrong).toMatchObject({ status: 400, body: { why: 'bad-input' } });
  expect(wrong.body.issues.map(({ path }: { path: string }) => path)).toEqual(['name', 'text']);
  const nameless = await ask(
    door.base,
    'PUT',
    '/chat-word',
    { ...FIRST_CHAT_WORD, words: { en: ['(a+)+ $'], de: [], nl: [], nb: [] } },
    AS_OWNER,
  );
  expect(nameless.status).toBe(400);
  // Without keys there is no webhook, and nothing can be linked.
  expect((await ask(door.publicBase, 'POST', '/webhooks/tiktok', {})).status).toBe(404);
  const account = { businessId: 'biz', refreshToken: 'refresh-0' };
  expect(await ask(door.base, 'PUT', '/tiktok-messages/account', account, AS_OWNER)).toMatchObject({
    status: 409,
    body: { why: 'no-tiktok-key' },
  });
  expect((await ask(door.base, 'GET', '/tiktok-messages', undefined, AS_OWNER)).body).toMatchObject({ state: 'unset' });
});
