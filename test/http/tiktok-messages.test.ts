import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RequestChannel } from '../../shared/desk-doors.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { BIO, givenService, publish } from '../app/booking-given.ts';
import {
  CLIENT_KEY,
  CLIENT_SECRET,
  eventBody,
  messageContent,
  signatureOf,
  TikTokBusiness,
} from '../fakes/tiktok-business.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';

let fake: TikTokBusiness;
let door: TestProgram;
beforeEach(async () => {
  fake = new TikTokBusiness();
  const apiUrl = await fake.open();
  door = await startProgram({ tiktok: { clientKey: CLIENT_KEY, clientSecret: CLIENT_SECRET, apiUrl } });
});
afterEach(async () => {
  await door.close();
  await fake.close();
});

const now = () => Math.floor(Date.now() / 1000);

/** Posts an event to the public door, as TikTok does. */
async function post(body: string, signature: string | null = signatureOf(body, now()), base = door.publicBase) {
  const headers = { ...JSON_BODY, ...(signature === null ? {} : { 'tiktok-signature': signature }) };
  const answer = await fetch(`${base}/api/v1/webhooks/tiktok`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as { why?: string } };
}
const received = (id: string, text: string, ageSeconds = 0) =>
  eventBody('im_receive_msg', messageContent(id, text, Date.now() - ageSeconds * 1000), now());
const sent = (id: string, text: string) => eventBody('im_send_msg', messageContent(id, text, Date.now(), 'out'), now());

async function owner(method: string, path: string, body?: unknown) {
  const sending = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...AS_OWNER, ...JSON_BODY },
    ...sending,
  });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}
const requests = async () => (await owner('GET', '/requests')).body as DeskRequest[];
const state = async () => (await owner('GET', '/tiktok-messages')).body;
async function only(): Promise<DeskRequest & { channel: RequestChannel }> {
  const [request] = await requests();
  if (!request?.channel) throw new Error('there is no request with a channel');
  return { ...request, channel: request.channel };
}
const link = () => owner('PUT', '/tiktok-messages/account', { businessId: 'biz', refreshToken: 'refresh-0' });
const open = () => publish(door.program.parts.booking, [givenService()], BIO);
const reply = async (text: string) => owner('POST', `/requests/${(await only()).id}/reply`, { text });

test('[OD20] a message with a good signature becomes a request; whoever cannot sign is turned away and counted', async () => {
  await open();
  const body = received('m1', 'Is 18:30 free?');
  const good = signatureOf(body, now());
  const flipped = good.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const bad = [null, '', 'x', flipped, good.slice(0, -2), `${good}00`, good.replace('t=', 'v='), `${good},s=00`];
  for (const header of [...bad, signatureOf(body, now(), 'another secret')]) {
    expect(await post(body, header)).toMatchObject({ status: 401, body: { why: 'webhook-signature' } });
  }
  // The same JSON in other bytes is another body.
  expect((await post(JSON.stringify(JSON.parse(body), null, 1), good)).status).toBe(401);
  expect(await requests()).toEqual([]);
  expect((await post(body, good)).status).toBe(200);
  expect(await requests()).toMatchObject([
    { name: 'sample_viewer_1', via: 'tiktok', state: 'new', unread: true, messages: [{ text: 'Is 18:30 free?' }] },
  ]);
  expect(await state()).toMatchObject({ received: 1, refused: { signature: 10, age: 0 } });
});

test('[OD20] a signature holds for 300 seconds either way; what is refused for its age is counted apart', async () => {
  await open();
  const body = received('m1', 'Hello');
  for (const off of [-310, 310]) {
    expect(await post(body, signatureOf(body, now() + off))).toMatchObject({
      status: 401,
      body: { why: 'webhook-age' },
    });
  }
  for (const off of [-290, 290]) expect((await post(body, signatureOf(body, now() + off))).status).toBe(200);
  expect(await requests()).toHaveLength(1);
  expect(await state()).toMatchObject({ received: 1, repeated: 1, refused: { age: 2 } });
});

test('[OD21] fifty deliveries of one event at once are one message, on either door', async () => {
  await open();
  const body = received('m1', 'Hello');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) => post(body, signatureOf(body, now()), at % 2 ? door.base : door.publicBase)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
  expect((await only()).messages).toHaveLength(1);
  expect(await state()).toMatchObject({ received: 1, repeated: 49 });
});

test('[OD21] a conversation has one open request; after it is closed the next message opens another', async () => {
  await open();
  await post(received('m1', 'One'));
  await post(received('m2', 'Two'));
  const first = await only();
  expect(first.messages.map(({ text }) => text)).toEqual(['One', 'Two']);
  await owner('POST', `/requests/${first.id}/decline`, {});
  await post(received('m3', 'Three'));
  expect(await requests()).toHaveLength(2);
});

test('[OD22] what is no event of this app is refused; what means nothing here is answered, so that it does not come again', async () => {
  await open();
  const foreign = eventBody('im_receive_msg', messageContent('m1', 'Hi', Date.now()), now(), {
    clientKey: 'another_key',
  });
  const odd = eventBody('im_receive_msg', { type: 'text' }, now());
  for (const body of ['{', '[]', '{}', foreign, odd]) {
    expect(await post(body)).toMatchObject({ status: 400, body: { why: 'webhook-content' } });
  }
  for (const event of ['im_mark_read_msg', 'video.publish.completed']) {
    expect((await post(eventBody(event, {}, now()))).status).toBe(200);
  }
  const { text, ...content } = messageContent('m2', '', Date.now()) as Record<string, unknown>;
  expect(text).toBeDefined();
  await post(eventBody('im_receive_msg', { ...content, type: 'image', image: { media_id: 'x' } }, now()));
  expect((await only()).messages.map((message) => message.text)).toEqual(['[image]']);
});

test('[OD22] before there is an offer a message is answered with 503, so that TikTok brings it again', async () => {
  const body = received('m1', 'Early');
  expect(await post(body)).toMatchObject({ status: 503, body: { why: 'webhook-no-offer' } });
  await open();
  expect((await post(body)).status).toBe(200);
  expect((await only()).messages).toHaveLength(1);
});

test('[OD23] a reply of the desk goes into the conversation once, with a renewed token; its echo is not doubled', async () => {
  await open();
  await link();
  await post(received('m1', 'Hello'));
  expect((await reply('Yes, 18:30 is free.')).status).toBe(200);
  await vi.waitFor(() => expect(fake.arrived).toHaveLength(1));
  expect(fake.arrived[0]).toMatchObject({ token: 'access-1', business: 'biz', conversation: 'sample-conv-1' });
  await vi.waitFor(async () => expect((await only()).channel.waiting).toBe(0));
  await post(sent('own-1', 'Yes, 18:30 is free.'));
  expect((await only()).messages.map(({ from }) => from)).toEqual(['viewer', 'creator']);
  expect((await only()).channel.repliesLeft).toBe(9);
});

test('[OD23] an echo that comes before the answer settles the reply: it is not sent twice', async () => {
  await open();
  await link();
  fake.manners = ['lost'];
  await post(received('m1', 'Hello'));
  await reply('Yes');
  await vi.waitFor(() => expect(fake.arrived).toHaveLength(1));
  await vi.waitFor(async () => expect((await only()).channel.trouble).toBe('unanswered'));
  await post(sent('own-1', 'Yes'));
  expect((await only()).channel).toMatchObject({ waiting: 0, trouble: null });
  await door.program.parts.booking.dm.deliver();
  expect(fake.arrived).toHaveLength(1);
});

test('[OD23] what the creator writes in TikTok’s own app stands in the thread and counts', async () => {
  await open();
  await post(received('m1', 'Hello'));
  await post(sent('by-hand', 'From my phone'));
  expect((await only()).messages.map(({ from, text }) => [from, text])).toEqual([
    ['viewer', 'Hello'],
    ['creator', 'From my phone'],
  ]);
  expect((await only()).channel.repliesLeft).toBe(9);
});

test('[OD24] after ten replies the next is refused and kept nowhere, until the viewer writes again', async () => {
  await open();
  await link();
  await post(received('m1', 'Hello'));
  for (let at = 1; at <= 10; at++) expect((await reply(`Reply ${at}`)).status).toBe(200);
  expect((await only()).channel.repliesLeft).toBe(0);
  const before = (await only()).messages.length;
  expect(await reply('One too many')).toMatchObject({ status: 409, body: { why: 'replies-used-up' } });
  expect((await only()).messages).toHaveLength(before);
  await vi.waitFor(() => expect(fake.arrived).toHaveLength(10));
  expect(fake.arrived.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, at) => `Reply ${at + 1}`));
  await post(received('m2', 'And?'));
  expect((await only()).channel.repliesLeft).toBe(10);
  expect((await reply('Here')).status).toBe(200);
});

test('[OD24] a reply later than 48 hours after the viewer’s last message is refused, in a plain sentence', async () => {
  await open();
  await link();
  await post(received('m1', 'Hello', 48 * 3600 + 1));
  const answer = await reply('Late');
  expect(answer).toMatchObject({ status: 409, body: { why: 'reply-window-closed' } });
  expect(answer.body.detail).toContain('48 hours');
  expect((await only()).messages).toHaveLength(1);
});

test('[OD25] a reply that TikTok refuses for good is shown as such and does not count; one without an answer is tried again', async () => {
  await open();
  await link();
  fake.manners = [40064];
  await post(received('m1', 'Hello'));
  await reply('One');
  await vi.waitFor(async () =>
    expect((await only()).channel).toMatchObject({ trouble: 'too-many-conversations', repliesLeft: 10 }),
  );
  for (const manner of ['silent', 'fault', 'too-fast', 'bad-json'] as const) {
    fake.manners = [manner];
    await reply(manner);
    await vi.waitFor(async () => expect((await only()).channel.waiting).toBe(1));
    await vi.waitFor(async () => expect((await only()).channel.trouble).toBe('unanswered'));
    expect(fake.arrived).toEqual([]);
    await door.program.parts.store.db.deleteFrom('dm_reply').execute();
  }
});

test('[OD25] a token that ended early is renewed; when TikTok takes the access away, it is said and nothing is sent', async () => {
  await open();
  await link();
  fake.manners = ['token'];
  await post(received('m1', 'Hello'));
  await reply('One');
  await vi.waitFor(() => expect(fake.arrived).toHaveLength(1));
  expect(fake.refreshes).toBe(2);
  fake.refreshTaken = false;
  fake.manners = ['token'];
  await reply('Two');
  await vi.waitFor(async () => expect((await only()).channel.trouble).toBe('signed-out'));
  expect(await state()).toMatchObject({ state: 'signed-out', failed: 1 });
});

test('[OD26] authorization.removed forgets the tokens at once, and tokens never lie readable in the store', async () => {
  await open();
  expect(await state()).toMatchObject({ state: 'unlinked' });
  await link();
  const kept = JSON.stringify(await door.program.parts.store.db.selectFrom('setting').selectAll().execute());
  expect(kept).not.toContain('refresh-0');
  expect(await state()).toMatchObject({ state: 'linked', businessId: 'biz' });
  expect(JSON.stringify(await state())).not.toContain('refresh-0');
  await post(received('m1', 'Hello'));
  expect((await post(eventBody('authorization.removed', {}, now()))).status).toBe(200);
  expect(await state()).toMatchObject({ state: 'unlinked', businessId: null });
  expect(await reply('Hello?')).toMatchObject({ status: 409, body: { why: 'reply-not-linked' } });
});

test('[OD40] an access that TikTok takes away while its token is renewed stays away, and nothing is sent', async () => {
  await open();
  await link();
  await post(received('m1', 'Hello'));
  fake.beforeRenewal = async () => {
    expect((await post(eventBody('authorization.removed', {}, now()))).status).toBe(200);
  };
  await reply('One');
  await vi.waitFor(async () => expect((await only()).channel.trouble).toBe('signed-out'));
  expect([fake.refreshes, fake.arrived]).toEqual([1, []]);
  expect(await state()).toMatchObject({ state: 'unlinked', businessId: null });
});

test('[OD41] what is about another account of the same app is answered and not kept, the end of its access too', async () => {
  await open();
  await link();
  const other = { account: 'another' };
  const content = messageContent('m1', 'For somebody else', Date.now());
  expect((await post(eventBody('im_receive_msg', content, now(), other))).status).toBe(200);
  expect((await post(eventBody('authorization.removed', {}, now(), other))).status).toBe(200);
  expect([await requests(), (await state()).state]).toEqual([[], 'linked']);
  expect((await post(received('m1', 'For us'))).status).toBe(200);
  expect(await requests()).toHaveLength(1);
});
