import { useState } from 'preact/hooks';
import type { AuditEntry } from '../../../shared/people.ts';
import { type Answer, ask, type Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { dayAndClock } from '../../parts/time-words.ts';
import { people } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { tongue } from '../model/words.ts';

const A_PAGE = 50;

interface Page {
  readonly entries: ReadonlyArray<AuditEntry>;
  /** Before which number the next page begins; null: there is none. */
  readonly next: number | null;
}

/** The log of acts to read: the newest first, a page at a time, of everybody or of one person. */
export function LogReader() {
  const { page, person, refused, read, more } = useLog();
  if (page === null) {
    return (
      <div class="row gap-2">
        <Button onClick={() => void read('')}>{tellPeople('log.read')}</Button>
        <RefusedNote refused={refused} />
      </div>
    );
  }
  return (
    <section class="stack gap-2" aria-label={tellPeople('log.title')}>
      <SelectField
        label={tellPeople('log.of')}
        value={person}
        onChange={(event) => void read(event.currentTarget.value)}
      >
        <option value="">{tellPeople('log.everybody')}</option>
        {people.value?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {page.entries.length === 0 && <p class="quiet">{tellPeople('log.none')}</p>}
      <ol class="log-lines">
        {page.entries.map((entry) => (
          <Line key={entry.seq} entry={entry} />
        ))}
      </ol>
      {page.next !== null && (
        <div>
          <Button size="small" onClick={() => void more()}>
            {tellPeople('log.older')}
          </Button>
        </div>
      )}
      <RefusedNote refused={refused} />
    </section>
  );
}

function Line({ entry: { at, person, act, object, result } }: { entry: AuditEntry }) {
  return (
    <li class="log-line small">
      <span class="quiet figures">{dayAndClock(at, undefined, tongue())}</span>
      <strong class="one-line">{person?.name ?? '–'}</strong>
      <span>
        <code>{act}</code> <What act={act} id={object} />
      </span>
      <span class={result === 'done' ? 'quiet' : ''}>
        {result === 'done' ? tellPeople('log.done') : tellPeople('log.refused', { why: result })}
      </span>
    </li>
  );
}

/** What it was done to: a person by the name of now, a request with the way to it, anything else by its id. */
function What({ act, id }: { act: string; id: string }) {
  if (id === '') return null;
  const person = act.startsWith('people.') && people.value?.find((one) => one.id === id);
  if (person) return <span>{person.name}</span>;
  // Of what the daily turn forgot it is a number.
  if (!act.startsWith('requests.') || !/^[\w-]{30,64}$/.test(id)) return <code class="quiet">{id}</code>;
  return <a href={`/desk#${id}`}>{id.slice(0, 8)}</a>;
}

function useLog() {
  const [page, setPage] = useState<Page | null>(null);
  const [person, setPerson] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  function heard(answer: Answer<Page>, before: Page['entries']): void {
    setRefused(answer.type === 'refused' ? answer : null);
    if (answer.type === 'done') setPage({ ...answer.value, entries: [...before, ...answer.value.entries] });
  }
  return {
    page,
    person,
    refused,
    async read(of: string): Promise<void> {
      setPerson(of);
      heard(await readLog(of, null), []);
    },
    async more(): Promise<void> {
      if (page?.next) heard(await readLog(person, page.next), page.entries);
    },
  };
}

function readLog(person: string, before: number | null): Promise<Answer<Page>> {
  const query = new URLSearchParams({ limit: String(A_PAGE) });
  if (person !== '') query.set('person', person);
  if (before !== null) query.set('before', String(before));
  return ask<Page>('GET', `/audit?${query}`);
}
