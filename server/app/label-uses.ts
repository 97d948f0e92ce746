import { setImmediate as turn } from 'node:timers/promises';
import type { LabelUses } from '../../shared/labels.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { labelPlaces, readLabels } from '../store/labels.ts';
import { askersAfter } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { personKeys } from './person.ts';

/** Requests whose keys are made in one turn of the loop. Each takes up to four hashes. */
const AT_ONCE = 500;

/** On how many requests and people a label is. Refuses with `not-found`. */
export async function usesOf(parts: BookingParts, id: string): Promise<LabelUses | Refusal> {
  const { creatorId } = parts;
  const { db } = parts.store;
  if (!(await readLabels(db, creatorId)).some((label) => label.id === id)) return refuse('not-found');
  const { requests, hashes } = await labelPlaces(db, creatorId, id);
  if (hashes.size === 0) return { requests, people: 0 };
  const people = new People();
  let read = await askersAfter(db, creatorId, '', AT_ONCE);
  while (read !== null) {
    for (const asker of read.askers) people.met(personKeys(parts, asker).filter((key) => hashes.has(key)));
    // The embedded store answers without letting anybody else have a turn.
    await turn();
    read = await askersAfter(db, creatorId, read.last, AT_ONCE);
  }
  return { requests, people: people.count() };
}

/** A person has several keys; those that were met in one request are of one. */
class People {
  readonly #keysOf = new Map<string, Set<string>>();

  met(keys: ReadonlyArray<string>): void {
    const same = new Set(keys.flatMap((key) => this.#keysOf.get(key) ?? []));
    const [first = new Set<string>(), ...others] = [...same].sort((a, b) => b.size - a.size);
    // The smaller go into the largest, so that no key is moved more often than the sizes double.
    for (const key of [...keys, ...others.flatMap((other) => [...other])]) {
      first.add(key);
      this.#keysOf.set(key, first);
    }
  }

  count(): number {
    return new Set(this.#keysOf.values()).size;
  }
}
