import type { LabelUses } from '../../shared/labels.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { labelPlaces, readLabels } from '../store/labels.ts';
import { askers } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { personKeys } from './person.ts';

/** On how many requests and people a label is. Refuses with `not-found`. */
export async function usesOf(parts: BookingParts, id: string): Promise<LabelUses | Refusal> {
  const { creatorId } = parts;
  const { db } = parts.store;
  if (!(await readLabels(db, creatorId)).some((label) => label.id === id)) return refuse('not-found');
  const { requests, hashes } = await labelPlaces(db, creatorId, id);
  if (hashes.size === 0) return { requests, people: 0 };
  const known = (await askers(db, creatorId)).map((asker) => personKeys(parts, asker).filter((key) => hashes.has(key)));
  return { requests, people: countPeople(known) };
}

/** A person has several keys; those that were met in one request are of one. */
function countPeople(met: ReadonlyArray<ReadonlyArray<string>>): number {
  const people: Set<string>[] = [];
  for (const keys of met) {
    if (keys.length === 0) continue;
    const same = people.filter((person) => keys.some((key) => person.has(key)));
    const [first = new Set<string>(), ...others] = same;
    if (same.length === 0) people.push(first);
    for (const key of [...keys, ...others.flatMap((other) => [...other])]) first.add(key);
    for (const other of others) people.splice(people.indexOf(other), 1);
  }
  return people.length;
}
