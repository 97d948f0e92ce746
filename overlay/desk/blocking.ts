import { signal } from '@preact/signals';
import type { Block } from '../../shared/blocks.ts';
import { newest } from '../newest.ts';
import { ask, type Refused } from '../parts/ask.ts';

/** Id of the request whose viewer is being blocked, while the reason is asked; null while none is. */
export const blocking = signal<string | null>(null);
/** Whether the list of the blocked is open. */
export const blocksShown = signal(false);
/** Null until the list has come. */
export const blocks = signal<ReadonlyArray<Block> | null>(null);
export const blocksRefused = signal<Refused | null>(null);

const lists = newest();

/** Reads the list anew. */
export async function readBlocks(): Promise<void> {
  const isNews = lists.asked();
  const answer = await ask<Block[]>('GET', '/blocks');
  if (!isNews()) return;
  if (answer.type === 'done') blocks.value = answer.value;
  blocksRefused.value = answer.type === 'refused' ? answer : null;
}

/** Lifts a block; what it put away comes back with the next view. */
export async function lift(id: string): Promise<Refused | null> {
  const answer = await ask('DELETE', `/blocks/${encodeURIComponent(id)}`);
  const refused = answer.type === 'refused' ? answer : null;
  if (blocksShown.peek()) await readBlocks();
  return refused;
}
