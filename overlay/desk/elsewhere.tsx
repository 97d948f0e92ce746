import { batch, computed } from '@preact/signals';
import { Button } from '../parts/button.tsx';
import { type Filter, homeOf } from './filters.ts';
import { filter } from './lens.ts';
import { sayQueue } from './queue-words.ts';
import { searching } from './search-state.ts';
import { isFound, now, requests, widen } from './state.ts';

/** What the search finds in other lists than the chosen one, or in it beside what narrows it. */
const elsewhere = computed(() => {
  const counts = new Map<Filter, number>();
  if (!searching.value) return counts;
  for (const request of requests.value) {
    if (!isFound(request)) continue;
    const home = homeOf(request, now.value);
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return counts;
});

/** The ways to whoever is searched for and not in this list. */
export function Elsewhere() {
  if (elsewhere.value.size === 0) return <p>{sayQueue('find.text')}</p>;
  return (
    <>
      <p>{sayQueue('find.elsewhereText')}</p>
      {[...elsewhere.value].map(([list, count]) => (
        <Button key={list} size="small" look="primary" onClick={() => lookIn(list)}>
          {sayQueue('find.elsewhere', { count, list: sayQueue(`filters.${list}`) })}
        </Button>
      ))}
    </>
  );
}

function lookIn(list: Filter): void {
  batch(() => {
    filter.value = list;
    widen();
  });
}
