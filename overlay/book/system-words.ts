import type { ThreadMessage } from '../../shared/booking.ts';
import { capital } from '../../shared/capital.ts';
import { sayWhen } from './times.ts';
import type { BookKey } from './words.ts';
import { say } from './words.ts';

/** The server's words for what happened, and the sentence of each. */
const SENTENCES: Readonly<Record<string, BookKey>> = {
  asked: 'system.requested',
  booked: 'system.booked',
  accepted: 'system.accepted',
  declined: 'system.declined',
  offered: 'system.offered',
  'slot-taken': 'system.slotTaken',
  waitlisted: 'system.waitlisted',
  'time-freed': 'system.timeFreed',
  'offer-passed': 'system.offerPassed',
  'offer-lapsed': 'system.offerLapsed',
  cancelled: 'system.cancelled',
  'called-off': 'system.calledOff',
  moved: 'system.moved',
  completed: 'system.completed',
  'no-show': 'system.noShow',
  merged: 'system.merged',
  paid: 'system.paid',
  unpaid: 'system.unpaid',
};

/** What a `system` entry of a thread says to the viewer. An unknown word says that something changed, never its own name. */
export function saySystem(message: ThreadMessage, zone: string): string {
  const start = message.data?.['start'];
  const time = typeof start === 'string' ? sayWhen(start, zone) : null;
  if (message.text === 'asked' && time === null) return say('system.requestedMessage');
  const key = SENTENCES[message.text] ?? 'system.changed';
  return capital(say(key, { time: time ?? '' }));
}
