import type { ListedPerson } from '../../../shared/people.ts';
import type { Right } from '../../../shared/rights.ts';
import { isOut } from './people.ts';

/** What the studio calls a dock in each of its languages; whoever gives it another name still says that it is one. */
const DOCK_NAME = /\bOBS\b.*\bdo(?:ck|kk)/i;

/**
 * The docks that were made with exactly these rights and are still let in, the newest first: a dock is a person to the
 * server, and one that is made anew at each visit would leave a key behind each time.
 */
export function docksOf(
  people: ReadonlyArray<ListedPerson>,
  rights: ReadonlyArray<Right>,
  now: string,
): ListedPerson[] {
  const wanted = [...rights].sort().join();
  return people
    .filter((one) => DOCK_NAME.test(one.name) && [...one.rights].sort().join() === wanted && !isOut(one, now))
    .sort((one, other) => Date.parse(other.from) - Date.parse(one.from));
}

/** A name that none of them has yet: with the number of the dock from the second on. */
export function nameForDock(name: string, docks: ReadonlyArray<Pick<ListedPerson, 'name'>>): string {
  const taken = new Set(docks.map((one) => one.name));
  let number = 1;
  while (taken.has(number === 1 ? name : `${name} ${number}`)) number += 1;
  return number === 1 ? name : `${name} ${number}`;
}
