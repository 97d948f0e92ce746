import { expect } from 'vitest';
import { givenService, publish } from '../app/booking-given.ts';
import type { BookingDoor } from './booking-door.ts';

/**
 * `viewers` ask for each of that many slots at once, over HTTP and through every door in turn. Each slot is sold once, and
 * every answer is 201 or 409 with the nearest times.
 */
export async function rushOnEverySlot(doors: ReadonlyArray<BookingDoor>, viewers: number, slots = 200): Promise<void> {
  const [first] = doors;
  if (!first) throw new Error('no door');
  const [service = ''] = await publish(first.booking, [givenService({ instant: true })]);
  const list = await first.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${service}`);
  const starts = (list.body.slots as { start: string }[]).slice(0, slots).map(({ start }) => start);
  expect(starts).toHaveLength(slots);
  const counted = new Map<number, number>();
  for (const start of starts) {
    const body = { service, start, name: 'Vera Viewer', adult: true, consent: true };
    const answers = await Promise.all(
      Array.from({ length: viewers }, (_, at) =>
        (doors[at % doors.length] ?? first).ask('anyone', 'POST', '/api/v1/public/creator/requests', body),
      ),
    );
    for (const { status } of answers) counted.set(status, (counted.get(status) ?? 0) + 1);
  }
  expect(Object.fromEntries(counted)).toEqual({ 201: slots, 409: slots * (viewers - 1) });
  const { db } = first.store;
  const sold = await db.selectFrom('appointment').select('start_at').execute();
  expect(new Set(sold.map((row) => row.start_at)).size).toBe(slots);
  expect(await db.selectFrom('seat').select('seat_no').execute()).toHaveLength(slots);
  expect(await db.selectFrom('request').select('id').where('state', '=', 'booked').execute()).toHaveLength(slots);
}
