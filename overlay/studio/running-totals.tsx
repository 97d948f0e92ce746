import type { StudioView } from '../../shared/studio-view.ts';
import { section } from './model/state.ts';
import { say, tongue } from './model/words.ts';

const SHOWN = [
  { name: 'viewersNow', label: 'totals.viewers' },
  { name: 'diamonds', label: 'totals.diamonds' },
  { name: 'gifts', label: 'totals.gifts' },
  { name: 'likes', label: 'totals.likes' },
  { name: 'follows', label: 'totals.follows' },
  { name: 'chats', label: 'totals.chats' },
] as const;

/** The show's figures in one line, on every page but the overview, which has them large. */
export function RunningTotals({ view }: { view: StudioView }) {
  if (section.value === 'overview' || view.live.session === null) return null;
  const count = (value: number) => new Intl.NumberFormat(tongue()).format(value);
  return (
    <dl class="running figures" aria-label={say('totals.title')}>
      {SHOWN.map(({ name, label }) => (
        <div key={name} class="running-total">
          <dt>{say(label)}</dt>
          <dd>{count(view.live.totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
