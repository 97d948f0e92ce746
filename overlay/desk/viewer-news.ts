import { computed } from '@preact/signals';
import { countsOf, type Filter } from './filters.ts';
import { coarseNow, me, requests } from './state.ts';

/** How many requests of each list have news of their viewer that nobody has opened. */
export const newsCounts = computed(() =>
  countsOf(
    requests.value.filter(({ news }) => news !== null),
    me.value,
    coarseNow.value,
  ),
);

/** How many there are in any of these lists; a request that is in two of them counts in the fuller one alone. */
export function mostNews(lists: ReadonlyArray<Filter>): number {
  return Math.max(0, ...lists.map((list) => newsCounts.value[list]));
}
