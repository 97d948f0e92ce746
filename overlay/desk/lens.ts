import { batch, computed, signal } from '@preact/signals';
import type { DeskList } from '../../shared/desk-lists.ts';
import type { DeskRow } from '../../shared/desk-view.ts';
import type { DeskLens } from '../../shared/kept-desk-views.ts';
import type { Language } from '../../shared/local-text.ts';
import { labelsById } from './labels.ts';
import { search } from './search-state.ts';

export const filter = signal<DeskList>('open');
export const onlyLabel = signal<string | null>(null);
export const onlyLanguage = signal<Language | null>(null);

export const lens = computed<DeskLens>(() => ({
  list: filter.value,
  label: onlyLabel.value,
  language: onlyLanguage.value,
  search: search.value.trim(),
}));

export function lookThrough(wanted: DeskLens): void {
  batch(() => {
    filter.value = wanted.list;
    onlyLabel.value = wanted.label;
    onlyLanguage.value = wanted.language;
    search.value = wanted.search;
  });
}

/** Whether the label that is asked for was deleted: of somebody at the desk a moment ago, or of a view that was kept before. */
export const isLabelGone = computed(() => onlyLabel.value !== null && !labelsById.value.has(onlyLabel.value));

/**
 * Whether the row has the label and the language that are asked for. A label that is gone asks for nothing, and who is erased
 * reads none.
 */
export function isWithin({ labels, language, erased }: Pick<DeskRow, 'labels' | 'language' | 'erased'>): boolean {
  const label = onlyLabel.value;
  if (label !== null && !isLabelGone.value && !labels.includes(label)) return false;
  return onlyLanguage.value === null || (!erased && language === onlyLanguage.value);
}

export function isSameLens(one: DeskLens, other: DeskLens): boolean {
  return (
    one.list === other.list &&
    one.label === other.label &&
    one.language === other.language &&
    one.search === other.search
  );
}
