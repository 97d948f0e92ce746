import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { deskRow } from '../../shared/desk-row.ts';
import type { DeskCounts, DeskListPart, DeskRequest, DeskRows } from '../../shared/desk-view.ts';
import type { Connection } from '../connect.ts';
import { type Arriving, ahead, isWhole, type List, newer, withAnswer, withChange, withPart } from './list.ts';

/*
 * What the server tells of the queue: the list, whole and then by its changes, and the request that is open.
 */

/** The request that was asked for; null: there is none by this id. */
interface Opened {
  readonly id: string;
  readonly request: DeskRequest | null;
}

const held = signal<List | null>(null);
const told = signal<Opened | null>(null);
/** How many requests there are in each state; null until it was told. */
export const counted = signal<DeskCounts | null>(null);
let arriving: Arriving | null = null;

/** Null until it has arrived whole for the first time; after that what is shown stays until a newer one is whole. */
export const list: ReadonlySignal<List | null> = held;
export const opened: ReadonlySignal<Opened | null> = told;
export const rowsHeld = computed(() => [...(held.value?.rows.values() ?? [])]);

/** Hears of the queue over a new connection. */
export function followQueue(connection: Connection<'desk'>): void {
  connection.on('list', (part, heard) => {
    take(part);
    heard();
  });
  connection.on('rows', (change) => {
    if (!apply(change)) connection.tell('list');
  });
  connection.on('counts', (counts) => {
    counted.value = counts;
  });
  connection.on('thread', (id, request) => {
    const known = told.peek()?.id === id ? told.peek()?.request : null;
    told.value = { id, request: request && known ? newer(known, request) : request };
  });
}

export function forgetQueue(): void {
  held.value = null;
  told.value = null;
  counted.value = null;
  arriving = null;
}

/** The server's own answer to an act: shown at once, ahead of the change that will say the same. */
export function heard(answer: DeskRequest): void {
  batch(() => {
    if (held.peek()) held.value = withAnswer(held.peek() as List, deskRow(answer));
    const open = told.peek();
    if (open?.id === answer.id)
      told.value = { id: answer.id, request: open.request ? ahead(open.request, answer) : answer };
  });
}

function take(part: DeskListPart): void {
  arriving = withPart(arriving, part);
  if (!arriving || !isWhole(arriving)) return;
  held.value = { version: arriving.version, rows: arriving.rows };
  arriving = null;
}

/** False when a change before this one was missed. */
function apply(change: DeskRows): boolean {
  const current = held.peek();
  const next = current && withChange(current, change);
  if (next) held.value = next;
  return next !== null;
}
