import { test } from 'vitest';
import { openBookingDoor } from './booking-door.ts';
import { rushOnEverySlot } from './rush-given.ts';

test('[BK146] of 200 slots with four viewers at each at once every one is sold once, and nobody gets an error', async () => {
  const door = await openBookingDoor();
  await rushOnEverySlot([door], 4);
  await door.close();
}, 60_000);
