import { computed, signal } from '@preact/signals';
import type { KeptDeskView } from '../../shared/kept-desk-views.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { isSameLens, lens } from './lens.ts';

/** The views that this person may choose from, by name. */
export const keptViews = signal<ReadonlyArray<KeptDeskView>>([]);
/** Whether the name of a new one is being asked for. */
export const keepingView = signal(false);
/** The one that is looked through just now; null when it is none of them. */
export const viewNow = computed(() => keptViews.value.find((each) => isSameLens(each.lens, lens.value)) ?? null);

/** Keeps what is shown under a name. Answers what was refused, or null. */
export async function keepView(name: string, shared: boolean): Promise<Refused | null> {
  const made = await ask<KeptDeskView>('POST', '/desk-views', { name, shared, lens: lens.value });
  return made.type === 'refused' ? made : null;
}

export async function dropView(id: string): Promise<Refused | null> {
  const done = await ask('DELETE', `/desk-views/${encodeURIComponent(id)}`);
  return done.type === 'refused' ? done : null;
}
