import { computed, effect, signal } from '@preact/signals';
import { ask } from '../parts/ask.ts';

/** A pause in typing, after which the server is asked. */
const PAUSE_MILLIS = 120;

/** What is typed into the search. */
export const search = signal('');
export const searching = computed(() => search.value.trim() !== '');
/** What the server found for the words it was asked for last; null before its first answer. */
export const found = signal<ReadonlySet<string> | null>(null);

/** Asks the server as somebody types: names and whole threads are searched there. Returns how to stop. */
export function followSearch(): () => void {
  return effect(() => {
    const words = search.value.trim();
    if (words === '') {
      found.value = null;
      return;
    }
    let isOver = false;
    const wait = setTimeout(async () => {
      const answer = await ask<{ ids: string[] }>('GET', `/requests/search?${new URLSearchParams({ q: words })}`);
      if (answer.type === 'done' && !isOver) found.value = new Set(answer.value.ids);
    }, PAUSE_MILLIS);
    return () => {
      isOver = true;
      clearTimeout(wait);
    };
  });
}
