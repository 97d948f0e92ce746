import type { Server } from 'socket.io';
import { may } from '../shared/rights.ts';
import type { Person } from './app/access.ts';
import type { Parts } from './parts.ts';
import { deskNews } from './sockets/desk-news.ts';

/** Prepared replies change by hand, and rarely. */
const PREPARED_EVERY_MS = 200;

/** What the desk's pages hear and say beside the view: which change makes which message anew. */
export function openDeskTalk(io: Server, parts: Parts, onFault: (error: unknown) => void) {
  const { address, access, booking } = parts;
  const prepared = deskNews<Person, 'prepared'>(io, {
    event: 'prepared',
    everyMs: PREPARED_EVERY_MS,
    valueOf: async (person) => {
      if (!may(person, 'reply') && !may(person, 'settings')) return null;
      const published = await booking.offers.published();
      const link = published ? `${address.url()}/@${published.handle}` : null;
      return { replies: await parts.prepared.list(), link };
    },
    onFault,
  });
  const forget = [
    parts.prepared.onChange(prepared.changed),
    address.onChange(prepared.changed),
    // A right that was just given opens them.
    access.onChange(prepared.changed),
  ];
  return {
    close(): void {
      for (const one of forget) one();
      prepared.close();
    },
  };
}
