import type { Filter } from './filters.ts';
import { counts } from './state.ts';

export function FilterCount({ list }: { list: Filter }) {
  return <span class="filter-count figures">{counts.value[list]}</span>;
}
