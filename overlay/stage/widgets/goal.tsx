import type { IconNode } from 'lucide';
import { CalendarCheck, CircleCheck, CircleDashed, Gem, Heart, Star, ThumbsUp, TriangleAlert } from 'lucide';
import { isShort, reached } from '../../../shared/goal-reached.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Icon } from '../../parts/icon.tsx';
import type { WidgetProps } from './air.ts';
import { amountOf } from './amounts.ts';

/** Heights of the sheet (panels.css): title, sum, bar and the plate's padding; the call and the gap; one milestone. */
const HEAD = 188;
const CALL = 50;
const SHORT = 50;
const ROW = 50;
/** Width of the plate's padding in the theme that takes most of it, and the mean sign of a title. */
const PADDING = 112;
const SIGN = 18;

/** What is counted, where its sum does not say so. The signs of the leaderboard and of the alerts, where they have one. */
const SIGNS: Readonly<Record<WidgetOf<'goal'>['measure'], IconNode | null>> = {
  diamonds: Gem,
  money: null,
  follows: Heart,
  subscribes: Star,
  likes: ThumbsUp,
  bookings: CalendarCheck,
};

/**
 * How far a goal is. A gap of the feed that may have cost it something is said on it: in place of the bar where there is
 * no room for both, since all words would become smaller for it.
 */
export function Goal({ widget, air, box }: WidgetProps<WidgetOf<'goal'>>) {
  const { figures, language } = air;
  if (!figures) return null;
  const value = reached(widget, figures);
  const short = isShort(widget, figures);
  const part = Math.min(1, value / widget.target);
  const sign = SIGNS[widget.measure];
  const call = air.calls ? widget.call : '';
  const rest = box.height - HEAD - (short ? SHORT : 0) - (call === '' ? 0 : CALL);
  const title = air.text(widget.title, 80);
  // A project's name is whole before any milestone but the next one is said.
  const isLong = title.length * SIGN > box.width - PADDING && rest >= (widget.milestones.length > 0 ? 2 * ROW : ROW);
  const steps = fitting(widget, value, Math.floor(rest / ROW) - (isLong ? 1 : 0));
  return (
    <section class={`plate goal${value >= widget.target ? ' goal-reached' : ''}`}>
      <bdi class={`plate-title ${isLong ? 'goal-long' : 'line'}`}>{title}</bdi>
      <p class="line goal-sum">
        <b>{amountOf(widget, value, language)}</b>
        <span class="quiet"> / {amountOf(widget, widget.target, language)}</span>
        {sign && <Icon node={sign} />}
      </p>
      {!(short && rest < 0) && (
        <div class="goal-bar">
          <div class="goal-done" style={{ transform: `scaleX(${part.toFixed(4)})` }} />
        </div>
      )}
      {call !== '' && (
        <p class="line goal-call" dir="auto">
          {air.text(call, 80)}
        </p>
      )}
      {steps.map(({ at, title }) => (
        <p class={`goal-step${value >= at ? ' goal-step-done' : ''}`} key={`${at} ${title}`}>
          <Icon node={value >= at ? CircleCheck : CircleDashed} />
          <bdi class="line">{air.text(title, 80)}</bdi>
          <span class="goal-at">{amountOf(widget, at, language)}</span>
        </p>
      ))}
      {short && (
        <p class="goal-short quiet">
          <Icon node={TriangleAlert} />
          <span class="line">{air.say('short')}</span>
        </p>
      )}
    </section>
  );
}

/** As many milestones as there is room for: the next one, the one before it, and those that follow. In their order. */
function fitting({ milestones }: WidgetOf<'goal'>, value: number, most: number): WidgetOf<'goal'>['milestones'] {
  const inOrder = [...milestones].sort((one, other) => one.at - other.at);
  const next = inOrder.findIndex(({ at }) => at > value);
  const first = next < 0 ? inOrder.length : next - (most > 1 ? 1 : 0);
  const start = Math.max(0, Math.min(first, inOrder.length - most));
  return inOrder.slice(start, start + Math.max(0, most));
}
