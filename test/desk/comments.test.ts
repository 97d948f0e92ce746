import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommentBatch } from '../../shared/comments.ts';
import type { Right } from '../../shared/rights.ts';
import { toInstant } from '../../shared/time.ts';
import { moderator, socketToken } from '../access/people-given.ts';
import { post, postEvents, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

async function readerWith(rights: Right[]): Promise<{ batches: CommentBatch[]; views: unknown[]; cookie: string }> {
  const { cookie } = await moderator(door, rights);
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const batches: CommentBatch[] = [];
  page.socket.on('comments', (batch: CommentBatch) => batches.push(batch));
  await soon(() => expect(page.views.length).toBeGreaterThan(0));
  return { batches, views: page.views, cookie };
}

const base = (id: string) => ({ id, source: 'platform', at: toInstant(Date.now()) });
const chat = (id: string, text: string) => ({
  ...{ ...base(id), type: 'chat' as const, chat: { text, language: 'en' } },
  user: { id: `viewer-${id}`, name: 'Ann', handle: 'ann_handle', roles: ['moderator'] },
});
const textsOf = (batches: CommentBatch[]) => batches.flatMap(({ comments }) => comments.map(({ text }) => text));

test('[DK166] comments come on connect and then in batches to who may do something with them, and to nobody else', async () => {
  await postEvents(door.base, chat('one', 'Before'));
  const [reader, stage, bare] = [
    await readerWith(['reply']),
    await readerWith(['control-stage']),
    await readerWith(['decline', 'see-contact']),
  ];
  await soon(() => expect(reader.batches[0]).toMatchObject({ first: true, comments: [{ text: 'Before' }] }));
  await postEvents(door.base, [chat('two', 'Now'), chat('three', '  ')]);
  for (const each of [reader, stage]) await soon(() => expect(textsOf(each.batches)).toEqual(['Before', 'Now']));
  expect(reader.batches[1]?.comments[0]).toMatchObject({ name: 'Ann', language: 'en', roles: ['moderator'] });
  expect(JSON.stringify(reader.batches)).not.toContain('viewer-');
  expect(bare.batches).toEqual([]);
});

test('[DK166] what the platform took back is told as gone, and is in no backlog any more', async () => {
  const reader = await readerWith(['block']);
  await postEvents(door.base, chat('rude', 'Something rude'));
  await soon(() => expect(textsOf(reader.batches)).toContain('Something rude'));
  const rude = reader.batches.flatMap(({ comments }) => comments).find(({ text }) => text === 'Something rude');
  await postEvents(door.base, { ...base('m1'), type: 'moderation', moderation: { deletedIds: ['rude'] } });
  await soon(() => expect(reader.batches.flatMap(({ gone }) => gone)).toEqual([rude?.seq]));
  expect(textsOf((await readerWith(['block'])).batches)).not.toContain('Something rude');
});

test('[DK247] of comments that come at once the 201st comes with the next batch, in order and none twice, also while more come', async () => {
  const reader = await readerWith(['reply']);
  await soon(() => expect(reader.batches).toHaveLength(1));
  const burst = Array.from({ length: 450 }, (_, at) => chat(`burst-${at}`, `Line ${at}`));
  await Promise.all([postEvents(door.base, burst), postEvents(door.base, chat('late', 'Meanwhile'))]);
  const lines = () => textsOf(reader.batches.slice(1)).filter((text) => text.startsWith('Line'));
  await soon(() => expect(lines()).toHaveLength(450));
  expect(lines()).toEqual(burst.map((each) => each.chat.text));
  expect(textsOf(reader.batches).filter((text) => text === 'Meanwhile')).toHaveLength(1);
  expect(Math.max(...reader.batches.slice(1).map(({ comments }) => comments.length))).toBe(200);
});

test('[DK167] the writer of a comment is kept out by what the journal says, once, and of a comment alone', async () => {
  const { batches, cookie } = await readerWith(['block']);
  await postEvents(door.base, [chat('spam', 'Buy now'), { ...base('f1'), type: 'follow', user: { id: 'v' } }]);
  await soon(() => expect(textsOf(batches)).toContain('Buy now'));
  const seq = batches.flatMap(({ comments }) => comments).find(({ text }) => text === 'Buy now')?.seq ?? 0;
  const block = async (comment: number) =>
    (await post(door.base, '/blocks', { comment, reason: 'spam' }, { cookie })).status;
  expect(await block(seq)).toBe(200);
  expect(await block(seq)).toBe(409);
  expect(await block(seq + 1)).toBe(404);
  expect(await block(999_999)).toBe(404);
  const listed = await fetch(`${door.base}/api/v1/blocks`, { headers: { cookie } });
  expect(await listed.json()).toMatchObject([{ name: 'Ann', reason: 'spam', byName: 'Mo' }]);
});
