import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { Air, WidgetProps } from './air.ts';
import { clockFace, daysLeft } from './spans.ts';
import { useWaking } from './turns.ts';
import { codeSize } from './type-size.ts';

/** Of the sheet (panels.css), in the theme that takes most of it. */
const PADDING = 100;

/** A code to type, and how long it still holds. */
export function Discount({ widget, air, box }: WidgetProps<WidgetOf<'discount'>>) {
  const code = air.text(widget.code, 32);
  return (
    <section class="plate discount">
      {widget.text && (
        <p class="line discount-text" dir="auto">
          {air.text(widget.text, 100)}
        </p>
      )}
      <p class="discount-row">
        <b class="discount-code" dir="ltr" style={{ '--code-size': codeSize(code, box.width - PADDING) }}>
          {code}
        </b>
        {widget.endsAt && <Left end={Date.parse(widget.endsAt)} air={air} />}
      </p>
    </section>
  );
}

function Left({ end, air }: { end: number; air: Air }) {
  const left = Math.max(0, end - air.now());
  const days = daysLeft(left);
  // Every second of the last day; before it, when the number of days changes.
  useWaking(air.now, days > 0 ? end - days * 86_400_000 : end - Math.floor((left - 1) / 1000) * 1000);
  return (
    <span class="discount-left">
      <span class="quiet">{air.say('left')}</span>
      {days > 0 ? air.say('days', { count: days }) : clockFace(left)}
    </span>
  );
}
