import { computed, signal } from '@preact/signals';
import type { Slot } from '../../shared/booking.ts';
import type { PublicPage, PublicService, SlotList } from '../../shared/public-page.ts';
import { ask } from '../parts/ask.ts';
import { zone } from './zones.ts';

const DAY_MILLIS = 86_400_000;
/** How far ahead is asked at first, and how much each time more is wanted. */
const WINDOW_DAYS = 21;

/** Where a thing that is fetched stands. */
export type Loaded<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'ready'; readonly value: T }
  | { readonly type: 'failed'; readonly why: string };

/** Free times of one service, and until when they were asked for. */
export interface Free {
  readonly slots: ReadonlyArray<Slot>;
  readonly until: number;
}

export const page = signal<Loaded<PublicPage>>({ type: 'loading' });
export const free = signal<ReadonlyMap<string, Loaded<Free>>>(new Map());
/** Slug of the service that is chosen; null until the page is there. */
export const chosenSlug = signal<string | null>(null);

export const service = computed<PublicService | null>(() => {
  if (page.value.type !== 'ready') return null;
  return page.value.value.services.find((one) => one.slug === chosenSlug.value) ?? null;
});

/** Fetches who this is and what is offered, then when each of it is free. An unknown `slug` chooses the first service. */
export async function loadPage(handle: string, slug: string | null): Promise<void> {
  page.value = { type: 'loading' };
  const answer = await ask<PublicPage>('GET', `/public/${encodeURIComponent(handle)}`);
  if (answer.type === 'refused') {
    page.value = { type: 'failed', why: answer.why };
    return;
  }
  const { services, name } = answer.value;
  document.title = `${name} · Cuedesk`;
  chosenSlug.value = (services.find((one) => one.slug === slug) ?? services[0])?.slug ?? null;
  page.value = { type: 'ready', value: answer.value };
  await Promise.all(services.map((one) => loadFree(handle, one)));
}

/** Fetches the free times of a service from now on, replacing what was known. */
export async function loadFree(handle: string, of: PublicService): Promise<void> {
  await fetchFree(handle, of, [], Date.now());
}

/** Fetches the days after those known. Does nothing beyond the service's horizon. */
export async function loadLater(handle: string, of: PublicService): Promise<void> {
  const known = free.value.get(of.id);
  if (known?.type === 'ready' && canLoadLater(of, known.value)) {
    await fetchFree(handle, of, known.value.slots, known.value.until);
  }
}

export function canLoadLater(of: PublicService, known: Free): boolean {
  return known.until < Date.now() + of.horizonDays * DAY_MILLIS;
}

async function fetchFree(handle: string, of: PublicService, known: ReadonlyArray<Slot>, from: number): Promise<void> {
  const until = from + WINDOW_DAYS * DAY_MILLIS;
  if (known.length === 0) setFree(of.id, { type: 'loading' });
  const query = new URLSearchParams({
    service: of.id,
    from: new Date(from).toISOString(),
    to: new Date(until).toISOString(),
    zone: zone.value,
  });
  const answer = await ask<SlotList>('GET', `/public/${encodeURIComponent(handle)}/slots?${query}`);
  if (answer.type === 'refused') {
    setFree(of.id, { type: 'failed', why: answer.why });
    return;
  }
  const fresh = answer.value.slots.filter((slot) => !known.some((old) => old.start === slot.start));
  setFree(of.id, { type: 'ready', value: { slots: [...known, ...fresh], until } });
}

function setFree(id: string, value: Loaded<Free>): void {
  free.value = new Map(free.value).set(id, value);
}
