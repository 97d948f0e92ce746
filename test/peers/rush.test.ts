import { describe, test } from 'vitest';
import { openBookingDoor } from '../http/booking-door.ts';
import { rushOnEverySlot } from '../http/rush-given.ts';
import { onPostgres } from './postgres.ts';

const VIEWERS = 200;
/**
 * Forty thousand asks of PostgreSQL are four minutes on a small machine, more than all other peers together. Without
 * EVERY_SLOT=yes it meets 200 viewers on ten slots, which tells of a slot that is sold twice as surely.
 */
const SLOTS_ON_POSTGRES = process.env['EVERY_SLOT'] === 'yes' ? 200 : 10;
const LONGEST_MS = 900_000;

test(
  '[BK146] on the embedded store, of 200 slots with 200 viewers at each every one is sold once',
  async () => {
    const door = await openBookingDoor();
    await rushOnEverySlot([door], VIEWERS);
    await door.close();
  },
  LONGEST_MS,
);

onPostgres('a rush', (open) =>
  describe('a rush on PostgreSQL', () => {
    test(
      `[BK146] of ${SLOTS_ON_POSTGRES} slots with 200 viewers at each, through two programs, every one is sold once`,
      async () => {
        const { stores, close } = await open();
        const doors = await Promise.all(
          stores.map((store) => openBookingDoor({ store, close: async () => undefined })),
        );
        await rushOnEverySlot(doors, VIEWERS, SLOTS_ON_POSTGRES);
        for (const door of doors) await door.close();
        await close();
      },
      LONGEST_MS,
    );
  }),
);
