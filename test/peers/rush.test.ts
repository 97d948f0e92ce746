import { describe, test } from 'vitest';
import { openBookingDoor } from '../http/booking-door.ts';
import { rushOnEverySlot } from '../http/rush-given.ts';
import { onPostgres } from './postgres.ts';

const VIEWERS = 200;
/** Forty thousand asks, one change at a time: minutes on a small machine. */
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
      '[BK146] of 200 slots with 200 viewers at each, through two programs, every one is sold once',
      async () => {
        const { stores, close } = await open();
        const doors = await Promise.all(
          stores.map((store) => openBookingDoor({ store, close: async () => undefined })),
        );
        await rushOnEverySlot(doors, VIEWERS);
        for (const door of doors) await door.close();
        await close();
      },
      LONGEST_MS,
    );
  }),
);
