import type { Filter } from './filters.ts';
import { filter } from './lens.ts';
import { sayQueue } from './queue-words.ts';
import { counts, narrowedTo } from './state.ts';

/** How many are in a list; of the chosen one, how many are left of them where something else narrows it. */
export function FilterCount({ list }: { list: Filter }) {
  const [shown, total] = [narrowedTo.value, counts.value[list]];
  const isPart = list === filter.value && shown !== null;
  return <span class="filter-count figures">{isPart ? sayQueue('find.of', { shown, total }) : total}</span>;
}
