import { useEffect } from 'preact/hooks';
import { useFresh } from '../../parts/fresh.ts';
import { people, readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { PersonRow } from './person-row.tsx';

/** Nobody tells the studio who came by a link. */
const EVERY_MILLIS = 15_000;

/** Everybody who was let in, with what each may do, and the ways to change it or take it back. */
export function PeopleCard() {
  useEffect(() => void readPeople(), []);
  useFresh(() => void readPeople(), EVERY_MILLIS);
  const listed = people.value;
  return (
    <section class="card stack">
      <div class="stack gap-2">
        <h2>{tellPeople('title')}</h2>
        <p class="quiet">{tellPeople('text')}</p>
      </div>
      {listed?.length === 0 && <p class="quiet">{tellPeople('none')}</p>}
      {listed?.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </section>
  );
}
