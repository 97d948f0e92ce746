import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { JournalEntry, LiveEvent } from '../../shared/events.ts';
import { chat, gift } from '../core/live/events.ts';
import { startChild } from './child.ts';
import { AS_OWNER, freshFolder, liveOf, postEvents } from './given-program.ts';

const ROUNDS = 3;
const SENDERS = 4;

interface Sent {
  /** Ids whose batch was answered with 202. */
  readonly acknowledged: Set<string>;
  readonly all: Map<string, LiveEvent>;
}

/** Posts batches one after another until the server is gone. */
async function sendUntilDead(base: string, sender: string, sent: Sent): Promise<void> {
  for (let batch = 0; ; batch++) {
    const events = Array.from({ length: 10 }, (_, at) => {
      const id = `${sender}-${batch}-${at}`;
      return at % 2 === 0 ? chat(id, id) : gift(batch * 10 + at, { id, user: sender });
    });
    for (const event of events) sent.all.set(event.id, event);
    const answer = await postEvents(base, events).catch(() => null);
    if (answer?.status !== 202) return;
    for (const event of events) sent.acknowledged.add(event.id);
  }
}

async function wholeJournal(base: string): Promise<JournalEntry[]> {
  const answer = await fetch(`${base}/api/v1/events`, { headers: { ...AS_OWNER, accept: 'application/x-ndjson' } });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as JournalEntry);
}

test('[LV16] killed in a burst again and again, every acknowledged event is there exactly once and the totals are right', async () => {
  const folder = await freshFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const sent: Sent = { acknowledged: new Set(), all: new Map() };
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild(folder);
    const base = await child.ready;
    const senders = Array.from({ length: SENDERS }, (_, at) => sendUntilDead(base, `r${round}s${at}`, sent));
    // At a random moment of the burst, but not before it has begun.
    const before = sent.acknowledged.size;
    while (sent.acknowledged.size < before + 50 + Math.random() * 300) {
      await new Promise((next) => setImmediate(next));
    }
    child.process.kill('SIGKILL');
    expect(await child.ended).toMatchObject({ signal: 'SIGKILL' });
    await Promise.all(senders);
  }
  const base = await startChild(folder).ready;
  const journal = await wholeJournal(base);
  const ids = journal.map((entry) => entry.id);
  expect(journal.map((entry) => entry.seq)).toEqual(journal.map((_, at) => at + 1));
  expect(new Set(ids).size).toBe(ids.length);
  const kept = new Set(ids);
  expect([...sent.acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  expect(ids.filter((id) => !sent.all.has(id))).toEqual([]);
  // A sender that was cut off sends its last batch anew: what was kept without an answer counts once.
  for (let at = 0; at < 4; at++) {
    const again = [...sent.all.values()].slice(-10 * (at + 1)).slice(0, 10);
    expect((await postEvents(base, again)).status).toBe(202);
  }
  await expectTotals(base);
}, 60_000);

/** Totals worked out from the journal itself, apart from the program: each sender's taps are one streak. */
async function expectTotals(base: string): Promise<void> {
  const highest = new Map<string, number>();
  let chats = 0;
  for (const entry of await wholeJournal(base)) {
    if (entry.type === 'chat') chats += 1;
    if (entry.type === 'gift') {
      highest.set(entry.user.id, Math.max(highest.get(entry.user.id) ?? 0, entry.gift.count));
    }
  }
  const gifts = [...highest.values()].reduce((sum, count) => sum + count, 0);
  expect((await liveOf(base)).totals).toMatchObject({ chats, gifts, diamonds: gifts });
}
