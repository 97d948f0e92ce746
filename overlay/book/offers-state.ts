import { computed, signal } from '@preact/signals';
import { isProduct } from '../../shared/product-link.ts';
import type { PublicPage, PublicService, SlotList } from '../../shared/public-page.ts';
import { ask } from '../parts/ask.ts';
import { type Free, gather, gatherFromNow, type TimesSource } from './free-times.ts';
import { serverNow } from './server-clock.ts';
import { zone } from './zones.ts';

const DAY_MILLIS = 86_400_000;

/** Where a thing that is fetched stands. */
export type Loaded<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'ready'; readonly value: T }
  | { readonly type: 'failed'; readonly why: string };

export const page = signal<Loaded<PublicPage>>({ type: 'loading' });
export const free = signal<ReadonlyMap<string, Loaded<Free>>>(new Map());
/** Slug of the service that is chosen; null until the page is there. */
export const chosenSlug = signal<string | null>(null);
/** Slug of the product that the address names; null where it names none. */
export const namedProduct = signal<string | null>(null);

export const service = computed<PublicService | null>(() => {
  if (page.value.type !== 'ready') return null;
  return page.value.value.services.find((one) => one.slug === chosenSlug.value) ?? null;
});

/** Fetches who this is and what is offered, then when each of it is free. An unknown `slug` chooses the first that is taken by time. */
export async function loadPage(handle: string, slug: string | null): Promise<void> {
  page.value = { type: 'loading' };
  const given = takeGiven(handle);
  const answer = given ?? (await ask<PublicPage>('GET', `/public/${encodeURIComponent(handle)}`));
  if (answer.type === 'refused') {
    page.value = { type: 'failed', why: answer.why };
    return;
  }
  const { services, name } = answer.value;
  document.title = `${name} · Cuedesk`;
  const timed = services.filter((one) => !isProduct(one));
  const named = services.find((one) => one.slug === slug);
  namedProduct.value = named && isProduct(named) ? named.slug : null;
  chosenSlug.value = (timed.find((one) => one === named) ?? timed[0])?.slug ?? null;
  page.value = { type: 'ready', value: answer.value };
  await Promise.all(timed.map((one) => loadFree(handle, one)));
}

/** What came with the address itself, once: whoever asks again wants it fresh. */
function takeGiven(handle: string): { readonly type: 'done'; readonly value: PublicPage } | null {
  const block = document.getElementById('public-page');
  block?.remove();
  if (!block?.textContent) return null;
  const value: PublicPage = JSON.parse(block.textContent);
  return value.handle === handle ? { type: 'done', value } : null;
}

/** Fetches the free times of a service from now on, replacing what was known: as far as the first is found. */
export async function loadFree(handle: string, of: PublicService): Promise<void> {
  setFree(of.id, { type: 'loading' });
  const found = await gatherFromNow(sourceOf(handle, of));
  if (found.trouble !== null && found.slots.length === 0) setFree(of.id, { type: 'failed', why: found.trouble });
  else setFree(of.id, { type: 'ready', value: found });
}

/** Fetches the days after those known, as far as one more time is found. Does nothing beyond the service's horizon. */
export function loadLater(handle: string, of: PublicService): Promise<void> {
  return loadMore(handle, of, (known) => (next) => next.slots.length > known.slots.length);
}

/** Fetches all days before `until`, or before the horizon if that is nearer. */
export function loadUntil(handle: string, of: PublicService, until: number): Promise<void> {
  return loadMore(handle, of, () => (next) => next.until >= until);
}

export function canLoadLater(of: PublicService, known: Free): boolean {
  return known.until < horizonOf(of);
}

/** The last moment that may be booked. */
export function horizonOf(of: PublicService): number {
  return serverNow() + of.horizonDays * DAY_MILLIS;
}

/** What is being fetched of a service. The next waits for it, so that no window is asked for twice. */
const underway = new Map<string, Promise<void>>();

function loadMore(handle: string, of: PublicService, enough: (known: Free) => (next: Free) => boolean): Promise<void> {
  const run = (underway.get(of.id) ?? Promise.resolve()).then(async () => {
    const known = free.value.get(of.id);
    if (known?.type !== 'ready' || enough(known.value)(known.value)) return;
    const start = { ...known.value, trouble: null };
    setFree(of.id, { type: 'ready', value: await gather(sourceOf(handle, of), start, enough(start)) });
  });
  underway.set(of.id, run);
  return run;
}

function sourceOf(handle: string, of: PublicService): TimesSource {
  return {
    horizon: () => horizonOf(of),
    ask: (from, to) => {
      const query = new URLSearchParams({
        service: of.id,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        zone: zone.value,
      });
      return ask<SlotList>('GET', `/public/${encodeURIComponent(handle)}/slots?${query}`);
    },
  };
}

function setFree(id: string, value: Loaded<Free>): void {
  free.value = new Map(free.value).set(id, value);
}
