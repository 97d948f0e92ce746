import type { Gap } from '../../../shared/live.ts';
import type { Instant } from '../../../shared/time.ts';
import { clock, dayAndClock, nearTime, sameDay, span } from '../../parts/time-words.ts';
import { say, tongue } from './words.ts';

/**
 * What is said of the spans without a feed; null while there is none. Times are of `zone`, of this machine where it is
 * undefined: these are the streamer's own. A day is named where it is not today.
 */
export function gapText(gaps: ReadonlyArray<Gap>, now: Instant, zone?: string): string | null {
  const open = gaps.find((gap) => gap.to === null);
  if (open) return say('gap.open', { from: nearTime(open.from, now, zone, tongue()) });
  const [only] = gaps;
  if (!only) return null;
  if (gaps.length === 1) return closedText(only.from, only.to ?? now, now, zone);
  const millis = gaps.reduce((sum, gap) => sum + Date.parse(gap.to ?? now) - Date.parse(gap.from), 0);
  return say('gap.many', { count: gaps.length, length: span(0, millis, tongue()) });
}

function closedText(from: Instant, to: Instant, now: Instant, zone: string | undefined): string {
  const language = tongue();
  const length = span(Date.parse(from), Date.parse(to), language);
  const at = nearTime(from, now, zone, language);
  const isBrief = Date.parse(to) - Date.parse(from) < 60_000;
  if (isBrief) return say(sameDay(from, now, zone) ? 'gap.brief' : 'gap.briefDay', { at, length });
  const end = sameDay(from, to, zone) ? clock(to, zone, language) : dayAndClock(to, zone, language);
  return say('gap.closed', { from: sameDay(from, to, zone) ? at : dayAndClock(from, zone, language), to: end, length });
}
