import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskRequest, DeskRow } from '../../shared/desk-view.ts';
import { ask } from '../parts/ask.ts';
import { playSound } from '../stage/alerts/sounds.ts';
import { type Call, callsBetween, KINDS, type Kind, nearLoss, whyNoNotices } from './attention.ts';
import { list } from './following.ts';
import { me, now, open } from './state.ts';
import { sayTeam } from './team-words.ts';

/*
 * Makes heard and seen what calls for a person, as far as the person wants it in this browser. Notifications are shown
 * while the page is out of sight, one a kind, whose number grows until somebody looks.
 */

/** Of one person in one browser. `words`: a notification may say who and what. */
export interface NoticeChoice {
  readonly sound: boolean;
  readonly notices: boolean;
  readonly words: boolean;
}

const NOTHING: NoticeChoice = { sound: false, notices: false, words: false };
/** After a call what comes within this time joins the next one: a burst is heard twice, and not forty times. */
const GATHER_MILLIS = 2_000;
const LOUD = 0.6;
const LONGEST_TEXT = 120;
const SOUNDS = { new: 'chime', answer: 'pluck', loss: 'bell' } as const satisfies Record<Kind, string>;

const chosen = signal<NoticeChoice>(NOTHING);
const permission = signal<NotificationPermission | null>(permissionNow());
/** Some browsers of phones have the constructor and refuse to be asked by a page. */
const isUnable = signal(false);

export const noticeChoice: ReadonlySignal<NoticeChoice> = chosen;
/** Why this browser shows no notifications; null where it can. */
export const whyNot = computed(() =>
  isUnable.value
    ? ('none' as const)
    : whyNoNotices({ userAgent: navigator.userAgent, isSecure: isSecureContext, permission: permission.value }),
);

function permissionNow(): NotificationPermission | null {
  return 'Notification' in globalThis ? Notification.permission : null;
}

const keyOf = (person: string) => `cuedesk.desk.notices.${person}`;

function remembered(person: string): NoticeChoice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '{}');
    const is = (name: keyof NoticeChoice) =>
      typeof kept === 'object' && kept !== null && (kept as Record<string, unknown>)[name] === true;
    return { sound: is('sound'), notices: is('notices'), words: is('words') };
  } catch {
    return NOTHING;
  }
}

function choose(part: Partial<NoticeChoice>): void {
  chosen.value = { ...chosen.value, ...part };
  try {
    localStorage.setItem(keyOf(me.peek()), JSON.stringify(chosen.value));
  } catch {
    // Forgotten with the page.
  }
}

/** By a click, which is also what lets the page sound: it is heard at once how that is. */
export function chooseSound(sound: boolean): void {
  choose({ sound });
  if (sound) void playSound(SOUNDS.new, LOUD);
}

/** By a click: the browser is asked for leave at no other time. */
export async function chooseNotices(notices: boolean): Promise<void> {
  if (notices && permissionNow() === 'default') permission.value = await Notification.requestPermission();
  else permission.value = permissionNow();
  choose({ notices: notices && permission.value === 'granted' });
}

export function chooseWords(words: boolean): void {
  choose({ words });
}

/** What has called since somebody last looked at the page, by kind. */
const unseen = new Map<Kind, Set<string>>();
const shown = new Map<Kind, Notification>();
let gathered: Call[] = [];
let gathering: ReturnType<typeof setTimeout> | undefined;

/** Follows the list and the clock; to be called once. */
export function followAttention(): void {
  let before: ReadonlyMap<string, DeskRow> | null = null;
  let near: ReadonlySet<string> | null = null;
  effect(() => {
    chosen.value = me.value === '' ? NOTHING : remembered(me.value);
  });
  effect(() => {
    const rows = list.value?.rows ?? null;
    if (rows && before) hear(callsBetween(before, rows, me.peek()));
    before = rows;
  });
  effect(() => {
    const rows = list.value?.rows;
    const next = rows ? nearLoss(rows.values(), now.value) : null;
    // What is near as the page opens is in sight: only what comes near later calls.
    const known = near;
    if (next && known) hear([...next].filter((id) => !known.has(id)).map((request) => ({ kind: 'loss', request })));
    near = next;
  });
  document.addEventListener('visibilitychange', () => {
    if (isSeen()) seen();
  });
}
const isSeen = () => document.visibilityState === 'visible';

function seen(): void {
  unseen.clear();
  for (const notice of shown.values()) notice.close();
  shown.clear();
  permission.value = permissionNow();
}

function hear(calls: ReadonlyArray<Call>): void {
  if (calls.length === 0) return;
  gathered.push(...calls);
  if (gathering === undefined) tellGathered();
}

function tellGathered(): void {
  const calls = gathered;
  gathered = [];
  gathering = undefined;
  if (calls.length === 0) return;
  gathering = setTimeout(tellGathered, GATHER_MILLIS);
  const [heaviest] = KINDS.filter((kind) => calls.some((call) => call.kind === kind));
  if (chosen.value.sound && heaviest) void playSound(SOUNDS[heaviest], LOUD);
  if (!chosen.value.notices || isSeen()) return;
  for (const { kind, request } of calls) unseen.set(kind, (unseen.get(kind) ?? new Set()).add(request));
  for (const kind of new Set(calls.map((call) => call.kind))) void show(kind, [...(unseen.get(kind) ?? [])]);
}

/** One notification a kind: a later one takes the place of the one before it. */
async function show(kind: Kind, requests: ReadonlyArray<string>): Promise<void> {
  const called = unseen.get(kind);
  const [only] = requests.length === 1 ? requests : [];
  const body = only && chosen.value.words ? await wordsOf(only) : '';
  // While its words were on their way more may have called, which is a notification of its own, or somebody has looked.
  if (isSeen() || unseen.get(kind) !== called || called?.size !== requests.length) return;
  try {
    const title = sayTeam(`notices.${kind}`, { count: requests.length });
    const notice = new Notification(title, { body, tag: `cuedesk-${kind}`, silent: chosen.value.sound });
    notice.onclick = () => {
      focus();
      notice.close();
      if (only) open(only);
    };
    shown.set(kind, notice);
  } catch {
    isUnable.value = true;
  }
}

/** Who it is and how the latest message begins. Never a contact. */
async function wordsOf(request: string): Promise<string> {
  const answer = await ask<DeskRequest>('GET', `/requests/${encodeURIComponent(request)}`);
  if (answer.type === 'refused') return '';
  const { name, messages } = answer.value;
  const text = messages.findLast(({ from }) => from === 'viewer')?.text ?? '';
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return cut ? `${name}: ${cut}` : name;
}
