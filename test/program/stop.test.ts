import { rm } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { chat } from '../core/live/events.ts';
import { AS_OWNER, freshFolder, startProgram } from './given-program.ts';

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
