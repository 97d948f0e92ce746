import { TriangleAlert } from 'lucide';
import type { Gap } from '../../shared/live.ts';
import { Icon } from '../parts/icon.tsx';
import { clock, span } from '../parts/time-words.ts';
import { now } from './model/state.ts';
import { say, tongue } from './model/words.ts';

/** Spans without a feed, on every page: the totals below them may be short, and it says so. */
export function GapNotice({ gaps }: { gaps: ReadonlyArray<Gap> }) {
  const text = gapText(gaps, now.value, tongue());
  if (!text) return null;
  return (
    <p class="gap-notice" role="status">
      <Icon node={TriangleAlert} size={16} />
      {text}
    </p>
  );
}

function gapText(gaps: ReadonlyArray<Gap>, at: string, language: string): string | null {
  const open = gaps.find((gap) => gap.to === null);
  if (open) return say('gap.open', { from: clock(open.from, undefined, language) });
  const [only] = gaps;
  if (!only) return null;
  const millis = gaps.reduce((sum, gap) => sum + Date.parse(gap.to ?? at) - Date.parse(gap.from), 0);
  const length = span(0, millis, language);
  if (gaps.length > 1) return say('gap.many', { count: gaps.length, length });
  return say('gap.closed', {
    from: clock(only.from, undefined, language),
    to: clock(only.to ?? at, undefined, language),
    length,
  });
}
