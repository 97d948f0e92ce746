import { signal } from '@preact/signals';
import type { ListedPerson } from '../../../shared/people.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';

/** Who is or was let in, the owner aside; null until it was read. */
export const people = signal<ReadonlyArray<ListedPerson> | null>(null);

const lists = newest();

/** Reads the list anew. What is shown stays while the server does not answer. */
export async function readPeople(): Promise<void> {
  const isNews = lists.asked();
  const answer = await ask<ListedPerson[]>('GET', '/people');
  if (answer.type === 'done' && isNews()) people.value = answer.value.filter(({ role }) => role !== 'owner');
}

/** Whether the person is in no more: revoked, or their time has passed. */
export function isOut({ revokedAt, until }: ListedPerson, now: string): boolean {
  return revokedAt !== null || (until !== null && Date.parse(until) <= Date.parse(now));
}
