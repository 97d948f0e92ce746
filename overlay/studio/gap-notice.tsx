import { TriangleAlert } from 'lucide';
import type { Gap } from '../../shared/live.ts';
import { Icon } from '../parts/icon.tsx';
import { gapText } from './model/gap-words.ts';
import { now } from './model/state.ts';

/** Spans without a feed, on every page: the totals below them may be short, and it says so. */
export function GapNotice({ gaps }: { gaps: ReadonlyArray<Gap> }) {
  const text = gapText(gaps, now.value);
  if (!text) return null;
  return (
    <p class="gap-notice" role="status">
      <Icon node={TriangleAlert} size={16} />
      {text}
    </p>
  );
}
