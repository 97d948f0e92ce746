import { signal } from '@preact/signals';
import type { Slot } from '../../shared/booking.ts';
import type { DeskRow } from '../../shared/desk-view.ts';
import type { Instant } from '../../shared/time.ts';
import { ask, type Refused } from '../parts/ask.ts';
import type { Offerable } from './offer-days.ts';
import { nearestStarts } from './queue.ts';
import { now, view } from './state.ts';

/** The panel in which other times are offered to one request. */
export type FreeTimes =
  | { readonly type: 'closed' }
  | { readonly type: 'loading'; readonly request: string }
  | ({ readonly type: 'open'; readonly request: string } & Offerable)
  | { readonly type: 'refused'; readonly request: string; readonly refused: Refused };

const MOST_SHOWN = 6;
const CHOSEN_FIRST = 3;
const DAY_MILLIS = 86_400_000;
const DAYS_BEFORE = 10;
/** As far as one question for free times goes, less what a clock change may add. */
const DAYS_AFTER = 50;

export const freeTimes = signal<FreeTimes>({ type: 'closed' });

/** A request as far as its times go; `service` is the id. */
type Asked = Pick<DeskRow, 'id' | 'service' | 'start'>;

/** Opens the panel with the free times nearest to the asked one; `known` are those a refusal has already named. */
export async function openFreeTimes(request: Asked, known: ReadonlyArray<Instant> = []): Promise<void> {
  if (known.length > 0) return show(request, known);
  const handle = view.value?.creator?.handle;
  if (!handle) return;
  const loading: FreeTimes = { type: 'loading', request: request.id };
  freeTimes.value = loading;
  const around = Date.parse(request.start ?? now.value);
  const from = new Date(Math.max(Date.parse(now.value), around - DAYS_BEFORE * DAY_MILLIS)).toISOString();
  const to = new Date(Math.max(around, Date.parse(now.value)) + DAYS_AFTER * DAY_MILLIS).toISOString();
  const query = new URLSearchParams({ service: request.service, from, to });
  const answer = await ask<{ slots: Slot[] }>('GET', `/public/${encodeURIComponent(handle)}/slots?${query}`);
  // Another request was opened while the server thought, or this one again.
  if (freeTimes.value !== loading) return;
  if (answer.type === 'refused') freeTimes.value = { type: 'refused', request: request.id, refused: answer };
  else
    show(
      request,
      answer.value.slots.map((slot) => slot.start),
    );
}

export function closeFreeTimes(): void {
  freeTimes.value = { type: 'closed' };
}

export function toggleStart(start: Instant): void {
  const current = freeTimes.value;
  if (current.type !== 'open') return;
  const chosen = new Set(current.chosen);
  if (!chosen.delete(start)) chosen.add(start);
  freeTimes.value = { ...current, chosen };
}

/** Shows the times of a day instead of the nearest, or with null those again; what is chosen stays. */
export function showDay(day: string | null): void {
  const current = freeTimes.value;
  if (current.type === 'open') freeTimes.value = { ...current, day };
}

function show(request: Asked, free: ReadonlyArray<Instant>): void {
  const nearest = nearestStarts(free, request.start, MOST_SHOWN);
  const chosen = new Set(nearestStarts(nearest, request.start, CHOSEN_FIRST));
  freeTimes.value = { type: 'open', request: request.id, free, nearest, chosen, day: null };
}
