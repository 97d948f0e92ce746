import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { chooseLanguage, type Language } from '../../../shared/local-text.ts';
import type { StudioView } from '../../../shared/studio-view.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Connection, connect } from '../../connect.ts';
import { handshake, login, type Member } from '../../parts/login.ts';
import { STEPS, type Step } from './first-steps.ts';

/** The studio's pages, in the order of its navigation. The address carries the name: `/studio#hours`. */
export const SECTIONS = [
  'overview',
  'feed',
  'stage',
  'look',
  'scenes',
  'bio',
  'services',
  'hours',
  'address',
  'codes',
  'mail',
  'chat',
  'tiktok',
  'desk',
] as const;
export type Section = (typeof SECTIONS)[number];

const SKIPPED = 'cuedesk.studio.skipped';
const STEPS_HIDDEN = 'cuedesk.studio.steps-hidden';

const LANGUAGE_CHOSEN = 'cuedesk.studio.language-chosen';
/** What the setting is before anybody sets it. */
const FIRST_LANGUAGE: Language = 'en';

const seen = signal<StudioView | null>(null);
const connection = signal<Connection<'studio'> | null>(null);
const open = signal<Section>('overview');
const tick = signal(Date.now());
/** Server clock minus this machine's, in milliseconds: relative times are right on a laptop with a wrong clock. */
const skewMillis = signal(0);

/** Null until the first view is there. It stays what it was while the connection is away. */
export const view: ReadonlySignal<StudioView | null> = seen;
export const section: ReadonlySignal<Section> = open;
/** False while what is shown may be old. */
export const fresh = computed(() => connection.value?.state.value === 'connected');
/** The server's clock, to the second. */
export const now: ReadonlySignal<Instant> = computed(() => new Date(tick.value + skewMillis.value).toISOString());

export const skipped = signal<ReadonlySet<Step>>(readSkipped());
export const stepsHidden = signal(read(STEPS_HIDDEN) === 'yes');

const languageChosen = signal(read(LANGUAGE_CHOSEN) === 'yes');

/** The language of the page: the creator's setting, or what the browser asks for while that is the one it came with. */
export const wantedLanguage = computed<Language>(() => {
  const set = seen.value?.settings.language ?? FIRST_LANGUAGE;
  if (set !== FIRST_LANGUAGE || languageChosen.value) return set;
  return chooseLanguage([...navigator.languages]);
});

/** Somebody chose a language by hand, be it the first one: the browser is not asked any more. */
export function noteLanguageChosen(): void {
  languageChosen.value = true;
  write(LANGUAGE_CHOSEN, 'yes');
}

export function go(to: Section): void {
  location.hash = to;
}

export function skip(step: Step): void {
  skipped.value = new Set([...skipped.value, step]);
  write(SKIPPED, [...skipped.value].join(','));
}

/** Shows the guided path again, with what was skipped. */
export function showSteps(shown: boolean): void {
  stepsHidden.value = !shown;
  write(STEPS_HIDDEN, shown ? 'no' : 'yes');
  if (!shown) return;
  skipped.value = new Set();
  write(SKIPPED, '');
}

/** Follows the address, the clock and, once somebody is signed in, the server. */
export function start(): void {
  const follow = () => {
    const wanted = location.hash.slice(1);
    open.value = SECTIONS.find((each) => each === wanted) ?? 'overview';
  };
  follow();
  addEventListener('hashchange', follow);
  setInterval(() => {
    tick.value = Date.now();
  }, 1000);
  effect(() => {
    const state = login.value;
    connection.peek()?.close();
    // A moderator's sign-in has no studio to connect to.
    connection.value = state.type === 'in' && state.member.role === 'owner' ? listen(state.member) : null;
    if (state.type === 'out') seen.value = null;
  });
}

function listen(member: Member): Connection<'studio'> {
  const made = connect('studio', handshake(member));
  made.on('view', (next) => {
    skewMillis.value = Date.parse(next.serverTime) - Date.now();
    tick.value = Date.now();
    seen.value = next;
  });
  return made;
}

function readSkipped(): ReadonlySet<Step> {
  const words = (read(SKIPPED) ?? '').split(',');
  return new Set(STEPS.filter((step) => words.includes(step)));
}

/** Storage may be switched off in a browser; the page then forgets, and works. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forgotten with the page.
  }
}
