import { expect, test, vi } from 'vitest';
import { claim } from '../../../overlay/book/claim.ts';
import { busy, pick, picked, setPicked } from '../../../overlay/book/request-state.ts';
import type { PublicPage, PublicService } from '../../../shared/public-page.ts';
import { heldFetch } from '../held-fetch.ts';

const SERVICE = { id: 's1', slug: 'reading', minutes: 30 } as PublicService;
const [NINE, TEN] = ['2026-11-30T09:00:00.000Z', '2026-11-30T10:00:00.000Z'] as const;
const held = (id: string) => ({ id, expiresAt: '2026-11-30T08:00:00.000Z' });

test('[VP196] while one time is being kept no other is, so that none is kept that nobody has chosen', async () => {
  const asked = heldFetch();
  const first = pick('lena', SERVICE, NINE);
  expect(await pick('lena', SERVICE, TEN)).toBe(false);
  expect([asked.length, busy.value]).toEqual([1, true]);
  asked[0]?.answer(held('h1'));
  expect(await first).toBe(true);
  expect(picked.value?.start).toBe(NINE);
});

test('[VP196] a code of the chat that is answered when its viewer has chosen another time does not take that away', async () => {
  vi.stubGlobal('history', { pushState: () => {} });
  vi.stubGlobal('scrollTo', () => {});
  const asked = heldFetch();
  const page = { handle: 'lena', services: [SERVICE] } as unknown as PublicPage;
  const claiming = claim(page, 'K7M', 'key');
  setPicked(SERVICE, TEN, null);
  asked[0]?.answer({ hold: 'h2', service: 's1', start: NINE, expiresAt: '2026-11-30T08:00:00.000Z' });
  expect(await claiming).toBeNull();
  expect(picked.value?.start).toBe(TEN);
});
