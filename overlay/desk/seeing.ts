import { computed, effect, signal } from '@preact/signals';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { isClosed } from '../../shared/request-states.ts';
import { ask } from '../parts/ask.ts';
import { heard } from './following.ts';
import { fresh, selected } from './state.ts';

/*
 * What a viewer did is news until somebody has opened it. Whoever only passes it on the way through the list has not.
 */

const SEEN_AFTER_MILLIS = 1000;

const visible = signal(document.visibilityState === 'visible');
/** Id of the opened request while looking at it takes a mark away. */
const looked = computed(() => {
  const request = selected.value;
  if (!request || !fresh.value || !visible.value) return null;
  return request.news !== null || (request.unread && isClosed(request)) ? request.id : null;
});

/** Tells the server of news that was looked at, for as long as the page is there. */
export function followSeeing(): void {
  document.addEventListener('visibilitychange', () => {
    visible.value = document.visibilityState === 'visible';
  });
  effect(() => {
    const id = looked.value;
    if (id === null) return;
    const timer = setTimeout(() => void see(id), SEEN_AFTER_MILLIS);
    return () => clearTimeout(timer);
  });
}

/** What is refused stays marked, and is told with the next look. */
async function see(id: string): Promise<void> {
  const answer = await ask<DeskRequest>('POST', `/requests/${encodeURIComponent(id)}/seen`);
  if (answer.type === 'done') heard(answer.value);
}
