import { rm } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { chat } from '../core/live/events.ts';
import { AS_OWNER, freshFolder, stageToken, startProgram } from '../program/given-program.ts';
import { openPage } from './page.ts';

test('[PR93] what is answered while the doors close is counted and heard before the program ends', async () => {
  const folder = await freshFolder();
  const { program } = await startProgram({}, folder);
  const { codes, stages, booking } = program.parts;
  const code = String(await codes.ofCard({ id: stages.list()[0]?.id ?? '', name: 'Main' }, null));
  const { api } = program.doors.private;
  const hear = vi.spyOn(booking.chat, 'hear');
  const close = api.close.bind(api);
  let answered = 0;
  const closing = async () => {
    const request = { method: 'POST', url: '/api/v1/events', headers: { ...AS_OWNER, host: '127.0.0.1' } } as const;
    answered = (await api.inject({ ...request, payload: chat('!book') })).statusCode;
    codes.visited(code);
    await close();
  };
  Object.assign(api, { close: closing });
  await program.close();
  expect(answered).toBe(202);
  expect(hear).toHaveBeenCalledOnce();
  const again = await startProgram({}, folder);
  const kept = (await again.program.parts.codes.list()).find((one) => one.code === code);
  await again.close();
  await rm(folder, { recursive: true, force: true });
  expect(kept?.visits).toBe(1);
}, 60_000);

test('[ST271] a stage that was on when the program ended is gone at the next start, and not one that never came', async () => {
  const folder = await freshFolder();
  const first = await startProgram({}, folder);
  const page = openPage(`${first.base}/stage`, { token: await stageToken(first.base) });
  expect(await page.admitted).toBe('connected');
  await first.close();
  const again = await startProgram({}, folder);
  const [status] = again.program.parts.stages.statuses();
  await again.close();
  await rm(folder, { recursive: true, force: true });
  expect(status).toMatchObject({ state: 'gone', pages: 0 });
}, 60_000);
