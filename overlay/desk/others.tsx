import { useEffect, useState } from 'preact/hooks';
import { inLanguage } from '../../shared/local-text.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import type { Instant } from '../../shared/time.ts';
import { ask } from '../parts/ask.ts';
import { StateSign } from './state-sign.tsx';
import { sayTeam } from './team-words.ts';
import { tongue } from './words.ts';

/** What else its person has open or booked, so that nobody is answered twice. Asked anew when the request changes. */
export function Others({ id, at }: { id: string; at: Instant }) {
  const [found, setFound] = useState<{ of: string; others: ReadonlyArray<OtherRequest> } | null>(null);
  useEffect(() => {
    let left = false;
    void ask<OtherRequest[]>('GET', `/requests/${encodeURIComponent(id)}/others`).then((answer) => {
      if (!left && answer.type === 'done') setFound({ of: id, others: answer.value });
    });
    return () => {
      left = true;
    };
  }, [id, at]);
  if (found?.of !== id || found.others.length === 0) return null;
  const { others } = found;
  return (
    <div class="rivals others">
      <p class="rivals-title">{sayTeam('others.title', { count: others.length })}</p>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <a href={`#${other.id}`}>{inLanguage(other.service, tongue()) || other.name}</a>{' '}
            <StateSign state={other.state} />
            {other.by === 'address' && <span class="quiet small"> {sayTeam('others.address')}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">{sayTeam('others.text')}</p>
    </div>
  );
}
