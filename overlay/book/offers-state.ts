import { computed, signal } from '@preact/signals';
import { isProduct } from '../../shared/product-link.ts';
import type { PublicPage, PublicService, SlotList } from '../../shared/public-page.ts';
import { ask } from '../parts/ask.ts';
import type { Free, TimesSource } from './free-times.ts';
import type { Loaded } from './loaded.ts';
import { serverNow } from './server-clock.ts';
import { step } from './steps-state.ts';
import { type TimesList, timesList } from './times-list.ts';
import { zone } from './zones.ts';

const DAY_MILLIS = 86_400_000;

export const page = signal<Loaded<PublicPage>>({ type: 'loading' });
export const free = signal<ReadonlyMap<string, Loaded<Free>>>(new Map());
/** Slug of the service that is chosen; null until the page is there. */
export const chosenSlug = signal<string | null>(null);
/** Slug of the product that the address names; null where it names none. */
export const namedProduct = signal<string | null>(null);

/** Slug of the product that the form is a message about; null while it is about what is chosen. */
export const askedProduct = signal<string | null>(null);

/** What the step that is shown is about; null where nothing is taken by time. */
export const service = computed<PublicService | null>(() => {
  if (page.value.type !== 'ready') return null;
  const slug = (step.value === 'details' && askedProduct.value) || chosenSlug.value;
  return page.value.value.services.find((one) => one.slug === slug) ?? null;
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
export function loadFree(handle: string, of: PublicService): Promise<void> {
  return timesOf(handle, of).load();
}

/** By service: each list knows what is being fetched of it. */
const lists = new Map<string, TimesList>();

/** The free times of a service. */
export function timesOf(handle: string, of: PublicService): TimesList {
  const known = lists.get(of.id);
  if (known) return known;
  const list = timesList(sourceOf(handle, of), {
    read: () => free.value.get(of.id),
    write: (value) => {
      free.value = new Map(free.value).set(of.id, value);
    },
  });
  lists.set(of.id, list);
  return list;
}

/** The last moment that may be booked. */
export function horizonOf(of: PublicService): number {
  return serverNow() + of.horizonDays * DAY_MILLIS;
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
