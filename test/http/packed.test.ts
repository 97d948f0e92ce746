import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIO, givenService, MONDAY_ELEVEN, MONDAY_TEN, NINE_TO_FIVE } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;

beforeEach(async () => {
  door = await openBookingDoor();
  await door.ask('owner', 'PUT', '/api/v1/bio', BIO);
  await door.ask('owner', 'PUT', '/api/v1/availability', NINE_TO_FIVE);
  service = (await door.ask('owner', 'POST', '/api/v1/services', givenService())).body.id;
  await door.ask('owner', 'POST', '/api/v1/bio/publish', {});
});
afterEach(() => door.close());

test('[VP59] packed free times are the same as plain ones, and a time that is held is gone from both at once', async () => {
  const window = new URLSearchParams({ service, from: '2026-11-22T00:00:00Z', to: '2026-12-13T00:00:00Z' });
  const path = `/api/v1/public/creator/slots?${window}`;
  const ask = async () => {
    const [plain, packed] = [
      await door.ask('anyone', 'GET', path, undefined, { 'accept-encoding': 'gzip;q=0' }),
      await door.ask('anyone', 'GET', path, undefined, { 'accept-encoding': 'br, gzip' }),
    ];
    expect(plain.headers.get('content-encoding')).toBe(null);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('accept-encoding');
    expect(packed.text).toBe(plain.text);
    return (plain.body.slots as { start: string }[]).map(({ start }) => start);
  };
  expect(await ask()).toContain(MONDAY_TEN);
  await door.ask('anyone', 'POST', '/api/v1/public/creator/holds', { service, start: MONDAY_TEN });
  const after = await ask();
  expect(after).not.toContain(MONDAY_TEN);
  expect(after).toContain(MONDAY_ELEVEN);
});
