import { batch, computed, signal } from '@preact/signals';
import type { DeskList } from '../../shared/desk-lists.ts';
import type { Language } from '../../shared/local-text.ts';
import type { DeskRow } from '../../shared/protocol.ts';
import { labelsById } from './labels.ts';
import { search } from './search-state.ts';

/** What of the requests is shown: one list, and of it those that a search finds, with a label, in a language. */
export interface Lens {
  readonly list: DeskList;
  /** Id of the label that all of them have; null: any or none. */
  readonly label: string | null;
  /** What the viewer reads; null: any. */
  readonly language: Language | null;
  readonly search: string;
}

export const filter = signal<DeskList>('open');
export const onlyLabel = signal<string | null>(null);
export const onlyLanguage = signal<Language | null>(null);

export const lens = computed<Lens>(() => ({
  list: filter.value,
  label: onlyLabel.value,
  language: onlyLanguage.value,
  search: search.value.trim(),
}));

export function lookThrough(wanted: Lens): void {
  batch(() => {
    filter.value = wanted.list;
    onlyLabel.value = wanted.label;
    onlyLanguage.value = wanted.language;
    search.value = wanted.search;
  });
}

/** Whether the row has the label and the language that are asked for. A label that is gone asks for nothing. */
export function isWithin({ labels, language }: Pick<DeskRow, 'labels' | 'language'>): boolean {
  const label = onlyLabel.value;
  if (label !== null && labelsById.value.has(label) && !labels.includes(label)) return false;
  return onlyLanguage.value === null || language === onlyLanguage.value;
}

export function isSameLens(one: Lens, other: Lens): boolean {
  return (
    one.list === other.list &&
    one.label === other.label &&
    one.language === other.language &&
    one.search === other.search
  );
}
