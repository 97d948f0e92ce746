import type { Alerts, Limits } from '../../../../overlay/stage/alerts/alert.ts';
import { NO_ALERTS } from '../../../../overlay/stage/alerts/alert.ts';
import type { Times } from '../../../../overlay/stage/alerts/clock.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import type { AlertType } from '../../../../shared/alert-types.ts';
import { FIRST_DESIGN } from '../../../../shared/first-design.ts';
import type { AlertRule, AlertRules } from '../../../../shared/stage-design.ts';
import type { AlertControl, StageMoment } from '../../../../shared/stage-view.ts';
import { toInstant } from '../../../../shared/time.ts';

export const noon = Date.parse('2026-11-22T12:00:00Z');
/** A page that has been open for a while, so that nothing holds by being zero. */
const OPEN_FOR = 100_000;

/** Both times, so many milliseconds after noon. */
export function after(millis: number): Times {
  return { tick: OPEN_FOR + millis, server: noon + millis };
}

let lastSeq = 0;
/** So many milliseconds after noon. `firstSeq`: of a streak that began before; its own number unless told. */
export function gift(key: string, count: number, millis = 0, firstSeq?: number): StageMoment {
  const at = toInstant(noon + millis);
  const seq = ++lastSeq;
  return {
    seq,
    firstSeq: firstSeq ?? seq,
    at,
    type: 'gift',
    key,
    name: `Viewer ${key}`,
    gift: 'Rose',
    count,
    ended: false,
  };
}
export function did(type: 'follow' | 'share' | 'subscribe' | 'fan-club', key: string, millis = 0): StageMoment {
  return { seq: ++lastSeq, at: toInstant(noon + millis), type, key, name: `Viewer ${key}` };
}
export function tip(key: string, minor: number, millis = 0): StageMoment {
  const at = toInstant(noon + millis);
  return { seq: ++lastSeq, at, type: 'tip', key, name: `Viewer ${key}`, amount: { minor, currency: 'EUR' } };
}

/** The first design's rules without cooldowns, and what a test wants otherwise. */
export function limits(
  more: Partial<Omit<AlertRules, 'types'>> & { most?: number; held?: boolean } = {},
  types: Partial<Record<AlertType, Partial<AlertRule>>> = {},
): Limits {
  const { most = 2, held = false, ...rules } = more;
  const rule = (type: AlertType) => ({ ...FIRST_DESIGN.alerts.types[type], cooldownSeconds: 0, ...types[type] });
  const all = {
    gift: rule('gift'),
    tip: rule('tip'),
    subscribe: rule('subscribe'),
    follow: rule('follow'),
    share: rule('share'),
    'fan-club': rule('fan-club'),
    own: rule('own'),
  };
  return { rules: { ...FIRST_DESIGN.alerts, ...rules, types: all }, most, held };
}
export const AS_FIRST = limits();
export const HELD = limits({ held: true });
export const SHOWN_MILLIS = AS_FIRST.rules.leastSeconds * 1000;

export const UNTOUCHED: AlertControl = { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 };

/** A queue that has taken these in at noon. */
export function given(...moments: StageMoment[]): Alerts {
  return take(NO_ALERTS, moments, AS_FIRST, after(0));
}

export const shownKeys = (alerts: Alerts) => alerts.shown.map(({ moment }) => moment.key);
export const waitingKeys = (alerts: Alerts) => alerts.waiting.map(({ moment }) => moment.key);
export function countShown(alerts: Alerts, key: string): number | null {
  const found = alerts.shown.find(({ moment }) => moment.key === key)?.moment;
  return found?.type === 'gift' ? found.count : null;
}
