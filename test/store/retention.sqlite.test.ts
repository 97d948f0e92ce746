import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { bookingOn, givenDraft, givenService, granted, openFolder, publish, startClock } from '../app/booking-given.ts';
import { retentionStoreContract } from '../contract/retention-store.ts';

retentionStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});

test('[DK246] what was forgotten is not in the bytes of the file either', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-bytes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const clock = startClock();
  const bytes = async () => {
    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')));
    return files.some((text) => text.includes('canary'));
  };
  const store = await openSqlite(folder);
  const booking = bookingOn(store, clock);
  const [service = ''] = await publish(booking, [givenService()]);
  // Long enough to fill pages of their own.
  const message = 'I am canary. '.repeat(120);
  for (let at = 0; at < 30; at++) {
    clock.now += 60_000;
    granted(await booking.viewers.ask('creator', givenDraft({ service, name: `canary ${at}`, message }), null));
  }
  clock.now += 91 * 24 * 60 * 60_000;
  expect(await bytes()).toBe(true);
  expect(await booking.forgetTooOld({ requestDays: 90, bookingDays: 365 })).toBe(30);
  await store.close();
  expect(await bytes()).toBe(false);
});
