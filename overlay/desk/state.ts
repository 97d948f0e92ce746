import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { deskRow } from '../../shared/desk-row.ts';
import type { DeskRequest, DeskRow, DeskView } from '../../shared/desk-view.ts';
import { chooseLanguage, LANGUAGES, type Language } from '../../shared/local-text.ts';
import { ACT_RIGHTS, may, type Right } from '../../shared/rights.ts';
import type { Instant } from '../../shared/time.ts';
import { type Connection, connect } from '../connect.ts';
import { handshake, heardOut, login, type Member } from '../parts/login.ts';
import { type Attempt, withAttempts } from './attempts.ts';
import { countsOf, type Filter, passes, totalsOf } from './filters.ts';
import { counted, followQueue, forgetQueue, opened, rowsHeld } from './following.ts';
import { heldAttempts } from './held.ts';
import { filter, isLabelGone, isWithin, onlyLabel, onlyLanguage } from './lens.ts';
import { tellPresence } from './presence.ts';
import { inOrder, isNamed, isSuspect } from './queue.ts';
import { followSearch, found, search, searching } from './search-state.ts';
import { hearTeam } from './team.ts';
import { say } from './words.ts';

const LANGUAGE = 'cuedesk.desk.language';

interface Place {
  readonly request: string | null;
  readonly details: boolean;
}

const seen = signal<DeskView | null>(null);
const connection = signal<Connection<'desk'> | null>(null);
const tick = signal(Date.now());
const skewMillis = signal(0);
/** Until when what is shown was known to be so, by this machine's clock. */
const heardMillis = signal(Date.now());
const place = signal<Place>({ request: null, details: false });
const chosenLanguage = signal<Language | null>(null);

export const attempts = signal<ReadonlyArray<Attempt>>([]);
/** The menu of the lists that are no tabs. */
export const menuShown = signal(false);
export const keysShown = signal(false);
/** Shows what may be spam alone. */
export const suspectsOnly = signal(false);

export const view: ReadonlySignal<DeskView | null> = seen;
/** False while what is shown may be old: acts are off then, since nothing is kept back to be sent later. */
export const fresh = computed(() => connection.value?.state.value === 'connected');
/** The server's clock, to the second. */
export const now: ReadonlySignal<Instant> = computed(() => new Date(tick.value + skewMillis.value).toISOString());
export const heardAt = computed<Instant>(() => new Date(heardMillis.value + skewMillis.value).toISOString());

/** What is on its way: held by the server for a moment in which it can be undone, or not yet answered. */
const onTheWay = computed(() => {
  const held = heldAttempts(seen.value?.me.id ?? '');
  // The word that it is held may come before the answer to the call that asked for it.
  const isHeld = ({ request, ask }: Attempt) =>
    held.some((one) => one.request === request && one.ask.type === ask.type);
  return [...held, ...attempts.value.filter((attempt) => !isHeld(attempt))];
});
/** Every row of the list, with what is on its way to the server. */
export const requests = computed<ReadonlyArray<DeskRow>>(() =>
  seen.value ? withAttempts(rowsHeld.value, onTheWay.value, seen.value.me).map(named) : [],
);
/** Who is erased has no name any more; a row has to be called something. */
function named<T extends Pick<DeskRow, 'name' | 'erased'>>(request: T): T {
  return request.erased ? { ...request, name: say('context.erased') } : request;
}
/** Whether this person has the right; the server asks again, this only keeps what would be refused off the page. */
export function can(right: Right): boolean {
  return seen.value !== null && may(seen.value.me, right);
}
/** The same by an act on a request. */
export function canAct(act: string): boolean {
  const right = ACT_RIGHTS[act];
  return right === undefined || can(right);
}
export const me = computed(() => seen.value?.me.id ?? '');
/** To ten seconds: the list need not be sorted anew each second for a claim that lapses. */
export const coarseNow = computed<Instant>(() => `${now.value.slice(0, 18)}0.000Z`);
/** How many rows of each list there are. */
const listedCounts = computed(() => countsOf(requests.value, me.value, coarseNow.value));
/** The same over everything, also of what the list holds the latest of. */
export const counts = computed(() => totalsOf(listedCounts.value, counted.value));
/** How many of the chosen list are here, where that is not all. */
export const bounded = computed(() => {
  const [shown, total] = [listedCounts.value[filter.value], counts.value[filter.value]];
  return shown < total ? { shown, total } : null;
});
/** What the viewers of the listed requests read, by their tags in order. */
export const languagesHere = computed(() =>
  [...new Set(requests.value.flatMap(({ erased, language }) => (erased ? [] : [language])))].sort(),
);
/** Whether the search finds it: by its name at once, by its messages once the server has answered. */
export function isFound(request: DeskRow): boolean {
  return found.value?.has(request.id) || isNamed(request, search.value);
}
/** The list as it is shown: filtered, searched, in order. */
export const listed = computed(() =>
  inOrder(
    requests.value.filter(
      (request) =>
        passes(request, filter.value, me.value, coarseNow.value) &&
        isWithin(request) &&
        (!suspectsOnly.value || isSuspect(request)) &&
        (!searching.value || isFound(request)),
    ),
    coarseNow.value,
  ),
);

/** Whether something beside the search keeps requests of the chosen list from being shown. */
export const isNarrowed = computed(
  () => (onlyLabel.value !== null && !isLabelGone.value) || onlyLanguage.value !== null || suspectsOnly.value,
);

/** How many rows are shown while a search or something else narrows the list; null while nothing does. */
export const narrowedTo = computed(() => (searching.value || isNarrowed.value ? listed.value.length : null));

/** Shows the chosen list without what it is narrowed to. */
export function widen(): void {
  batch(() => {
    onlyLabel.value = null;
    onlyLanguage.value = null;
    suspectsOnly.value = false;
  });
}

/** What the address asks for; told anew with each time that it is asked for, also when it is the same. */
export const asked: ReadonlySignal<Place> = place;
export const selectedId = computed(() => place.value.request);
/** On a phone: the details instead of the conversation. */
export const details = computed(() => place.value.details);
/** The opened request as it is shown; null while none is open, it has not arrived, or there is none by its id. */
export const selected = computed<DeskRequest | null>(() => {
  const request = opened.value?.id === place.value.request ? opened.value?.request : null;
  if (!request || !seen.value) return null;
  return named(withAttempts([request], onTheWay.value, seen.value.me)[0] ?? request);
});
/**
 * The row of the opened request: of the list, where it is before its thread has come, else of the thread. What floods or
 * is older than the list has no row there, and is acted on all the same.
 */
export const selectedRow = computed<DeskRow | null>(
  () =>
    requests.value.find(({ id }) => id === place.value.request) ?? (selected.value ? deskRow(selected.value) : null),
);
/** True while the opened request is on its way. */
export const opening = computed(() => place.value.request !== null && opened.value?.id !== place.value.request);

export const wantedLanguage = computed<Language>(
  () => chosenLanguage.value ?? chooseLanguage([...navigator.languages]),
);

/** Opens a request. Moving through the list by keys replaces the entry, so that "back" still means the list. */
export function open(request: string | null, how: { replace?: boolean; details?: boolean } = {}): void {
  const hash = request === null ? location.pathname : `#${request}${how.details ? '/details' : ''}`;
  if (how.replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  follow();
}

export function chooseFilter(wanted: Filter): void {
  filter.value = wanted;
}

export function speakLanguage(language: Language): void {
  chosenLanguage.value = language;
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // Forgotten with the page.
  }
}

/** Follows the address, the clock and, once somebody is signed in, the server. */
export function start(): void {
  follow();
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  setInterval(() => {
    tick.value = Date.now();
    if (fresh.value) heardMillis.value = tick.value;
  }, 1000);
  tellPresence(selectedId);
  effect(() => {
    const state = login.value;
    connection.peek()?.close();
    connection.value = state.type === 'in' ? listen(state.member) : null;
    if (state.type === 'out') {
      seen.value = null;
      forgetQueue();
    }
  });
  // Asked for again after each connect: what is told while there is no connection is dropped.
  effect(() => {
    if (fresh.value) connection.value?.tell('open', place.value.request);
  });
  followSearch();
}

export function rememberedLanguage(): void {
  try {
    const kept = localStorage.getItem(LANGUAGE);
    chosenLanguage.value = LANGUAGES.find((language) => language === kept) ?? null;
  } catch {
    chosenLanguage.value = null;
  }
}

function listen(member: Member): Connection<'desk'> {
  const made = connect('desk', handshake(member));
  followQueue(made);
  hearTeam(made);
  made.on('out', heardOut);
  made.on('view', (next) => {
    batch(() => {
      skewMillis.value = Date.parse(next.serverTime) - Date.now();
      tick.value = Date.now();
      heardMillis.value = Date.now();
      seen.value = next;
    });
  });
  return made;
}

function follow(): void {
  const [request, rest] = location.hash.slice(1).split('/');
  place.value = { request: request ? request : null, details: rest === 'details' };
}
