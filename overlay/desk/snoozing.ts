import { signal } from '@preact/signals';
import { LONGEST_LIVE_HOURS, LONGEST_SNOOZE_DAYS } from '../../shared/snooze.ts';
import type { Instant } from '../../shared/time.ts';
import { UNDO_SECONDS } from '../../shared/undo.ts';
import { act } from './act.ts';
import { isClaimed } from './filters.ts';
import { fresh, me, now, requests } from './state.ts';
import { tomorrowAt } from './wall-clock.ts';

/** Until when something is put aside. `afterLive`: until the live ends, and `until` at the latest. */
export interface SnoozeChoice {
  readonly until: Instant;
  readonly afterLive?: boolean;
}

/** What this person has just put aside. */
interface Aside {
  readonly request: string;
  readonly name: string;
  readonly choice: SnoozeChoice;
  /** Whether it was claimed by this person, which putting aside has ended. */
  readonly mine: boolean;
  /** Until when it can be undone by its key, though it can be taken up again at any time. */
  readonly undoUntil: Instant;
}

const MORNING_HOUR = 9;

/** Id of the request that is asked about; null while none is. */
export const snoozing = signal<string | null>(null);
const latest = signal<Aside | null>(null);

/** What can be undone by its key just now. */
export function justAside(): Aside | null {
  return latest.value && latest.value.undoUntil > now.value ? latest.value : null;
}

/** What is offered, by its word; `live`: whether one runs. */
export function snoozeChoices(
  at: Instant,
  live: boolean,
  zone: string,
): ReadonlyArray<{ readonly word: 'minutes' | 'live' | 'tomorrow'; readonly choice: SnoozeChoice }> {
  const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  return [
    { word: 'minutes', choice: { until: later(30) } },
    ...(live ? [{ word: 'live', choice: { until: later(LONGEST_LIVE_HOURS * 60), afterLive: true } } as const] : []),
    { word: 'tomorrow', choice: { until: tomorrowAt(at, MORNING_HOUR, zone) } },
  ];
}

/** Whether the server would take it. */
export function isPossible(until: Instant, at: Instant): boolean {
  const ahead = Date.parse(until) - Date.parse(at);
  return ahead > 0 && ahead <= LONGEST_SNOOZE_DAYS * 86_400_000;
}

export function putAside(request: string, choice: SnoozeChoice): void {
  snoozing.value = null;
  const row = requests.value.find(({ id }) => id === request);
  if (!fresh.value || !row) return;
  const undoUntil = new Date(Date.parse(now.value) + UNDO_SECONDS * 1000).toISOString();
  const aside = { request, name: row.name, choice, mine: isClaimed(row, now.value, me.value), undoUntil };
  void act(request, { type: 'snooze', ...choice }).then((done) => {
    if (done) latest.value = aside;
  });
}

/** Takes it up again, with the claim that it had. */
export function undoAside({ request, mine }: Aside): void {
  latest.value = null;
  void act(request, mine ? { type: 'claim' } : { type: 'snooze', until: null });
}
