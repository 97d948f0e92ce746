import { type ReadonlySignal, signal } from '@preact/signals';
import type { Availability } from '../../../shared/booking.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';

const known = signal<boolean | null>(null);
const answers = newest();
/** Whether there is any hour to book in. Null while it is not known: nothing is then said about it. */
export const hoursSet: ReadonlySignal<boolean | null> = known;

/** The hours as they are by now. */
export function noteHours(week: Pick<Availability, 'weekly' | 'exceptions'>): void {
  answers.pushed();
  known.value = week.weekly.length > 0 || week.exceptions.some((day) => day.hours.length > 0);
}

/** The hours are in no view of the studio: they are asked for where a page speaks of them. */
export async function lookUpHours(): Promise<void> {
  const isNews = answers.asked();
  const answer = await ask<Availability>('GET', '/availability');
  if (!isNews()) return;
  if (answer.type === 'done') noteHours(answer.value);
  else if (answer.why === 'not-found') known.value = false;
}
