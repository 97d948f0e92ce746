import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeSlots } from '../../server/app/calendar.ts';
import { bookableSlots } from '../../server/core/booking/slots.ts';
import { addFeed } from '../../server/store/busy-feeds.ts';
import { replaceSpans } from '../../server/store/busy-spans.ts';
import { addService, ensureCreator } from '../../server/store/offers.ts';
import { takeSeat } from '../../server/store/seats.ts';
import { writeSetting } from '../../server/store/settings.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { Availability, Service, ServiceDraft } from '../../shared/booking.ts';
import { WEEKDAYS } from '../../shared/time.ts';
import { median } from './load.ts';
import type { Row } from './table.ts';

const CREATOR = 'bench';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS = 31;
const BUSY = 2_000;
const ROUNDS = 41;
const NOW = Date.UTC(2027, 2, 10, 4);
const WINDOW = { from: NOW, to: NOW + DAYS * DAY };

const AVAILABILITY = Availability.parse({
  zone: 'Europe/Berlin',
  stepMinutes: 30,
  weekly: WEEKDAYS.map((day) => ({ day, from: '08:00', to: '20:00' })),
  lives: [{ day: 'fri', from: '21:00', to: '23:00' }],
});
const DRAFT = ServiceDraft.parse({
  slug: 'bench',
  kind: 'consulting',
  title: { en: 'Bench' },
  minutes: 30,
  price: { minor: 4500, currency: 'EUR' },
  horizonDays: 60,
  dailyCap: 50,
});
const SERVICE = Service.parse({ ...DRAFT, id: 'bench' });

/** A month with an appointment on every slot but one a day, and busy spans all over it. Says how many there are. */
async function fill(store: Store): Promise<number> {
  const empty = { availability: AVAILABILITY, service: SERVICE, now: NOW, taken: [], busy: [], lives: [] };
  const sold = bookableSlots(empty, WINDOW).filter((_, place) => place % 24 !== 7);
  await store.transaction(async (tx) => {
    await ensureCreator(tx, CREATOR, NOW);
    await addService(tx, CREATOR, SERVICE.id, DRAFT, NOW);
    await writeSetting(tx, CREATOR, 'availability', AVAILABILITY, NOW);
    for (const [place, { start, end }] of sold.entries()) {
      const ask = { service: SERVICE.id, start, end, from: start, to: end, capacity: 1 };
      await takeSeat(tx, CREATOR, `a${place}`, ask, { request: `r${place}` });
    }
    const feed = { id: 'f', name: 'f', address: '', host: '', added_at: NOW, due_at: NOW };
    await addFeed(tx, CREATOR, feed);
    const every = Math.floor((DAYS * DAY) / BUSY / MINUTE) * MINUTE;
    const spans = Array.from({ length: BUSY }, (_, at) => ({
      from: NOW + at * every,
      to: NOW + at * every + 5 * MINUTE,
    }));
    await replaceSpans(tx, CREATOR, feed.id, spans);
  });
  return sold.length;
}

/** CPU of looking up a month of a full calendar: what the store reads and what is worked out of it. */
export async function slotRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const store = await openSqlite(folder);
  try {
    const sold = await fill(store);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      await freeSlots(store.db, CREATOR, SERVICE, WINDOW, NOW);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    const first = times[0] ?? 0;
    const detail = `${sold} appointments, ${BUSY} busy spans, median of ${ROUNDS}; the first after the start ${first.toFixed(1)} ms`;
    return [{ row: 'slots of a full month, CPU', value: median(times), unit: 'ms', target: { most: 20 }, detail }];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
