import { computed, signal } from '@preact/signals';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { LabelColour } from '../../shared/label-colours.ts';
import { LABEL_COLOURS, LONGEST_LABEL } from '../../shared/label-colours.ts';
import type { Label, LabelPut } from '../../shared/labels.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { heard } from './following.ts';
import { plain } from './queue.ts';

/** All that there are, by name. */
export const labels = signal<ReadonlyArray<Label>>([]);
/** Id of the request that is being labelled; null while none is. */
export const labelling = signal<string | null>(null);
export const labelsById = computed(() => new Map(labels.value.map((label) => [label.id, label])));

/** Those of these ids that there are, by name. */
export function labelsNamed(ids: ReadonlyArray<string>): Label[] {
  return labels.value.filter(({ id }) => ids.includes(id));
}

/** What is found by a part of a name, and the name that a new one would have; null when there is such a one already. */
export function foundLabels(all: ReadonlyArray<Label>, typed: string): { found: Label[]; fresh: string | null } {
  const name = typed.trim();
  const found = all.filter((label) => plain(label.name).includes(plain(name)));
  const isKnown = all.some((label) => label.name.toLowerCase() === name.toLowerCase());
  return { found, fresh: name === '' || isKnown || name.length > LONGEST_LABEL ? null : name };
}

/** The colour that fewest have, so that new ones differ by themselves. */
export function nextColour(all: ReadonlyArray<Label>): LabelColour {
  const used = (colour: LabelColour) => all.filter((label) => label.colour === colour).length;
  return [...LABEL_COLOURS].sort((a, b) => used(a) - used(b))[0] ?? 'plain';
}

/** Puts a label on the request or its person, or takes it off when it is there. Answers what was refused, or null. */
export async function toggleLabel(
  request: Pick<DeskRequest, 'id' | 'labels'>,
  label: string,
  on: LabelPut['on'],
): Promise<Refused | null> {
  const put = !request.labels[on].includes(label);
  const answer = await ask<DeskRequest>('POST', `/requests/${encodeURIComponent(request.id)}/label`, {
    label,
    on,
    put,
  });
  if (answer.type === 'refused') return answer;
  heard(answer.value);
  return null;
}

/** Makes a new label and puts it on. */
export async function labelAnew(
  request: Pick<DeskRequest, 'id' | 'labels'>,
  name: string,
  colour: LabelColour,
  on: LabelPut['on'],
): Promise<Refused | null> {
  const before = labels.peek();
  const made = await ask<Label>('POST', '/labels', { name, colour });
  if (made.type === 'refused') return made;
  // The server tells all desks a moment later, if it has not done so before: what it has told since knows better.
  if (labels.peek() === before) labels.value = [...before, made.value];
  return toggleLabel(request, made.value.id, on);
}
