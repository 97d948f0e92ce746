import type { Box, Widget } from '../../../shared/stage-design.ts';
import { changeWidget } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { BioForm, BookingForm, QueueForm } from './booking-forms.tsx';
import { GoalForm } from './goal-form.tsx';
import { AlertsForm, ClockForm, FeaturedForm, LeaderboardForm, TickerForm } from './live-forms.tsx';
import { DiscountForm, PinnedForm } from './offer-forms.tsx';

interface Props {
  editing: Editing;
  widget: Widget;
  /** Its place on the layout that is edited; null where it has none. */
  box: Box | null;
}

/** The settings of one widget, by its kind. */
export function WidgetForm({ editing, widget, box }: Props) {
  const change = (part: Partial<Widget>) =>
    editing.edit(
      // The part is of this widget's own kind: each form below is given its own.
      changeWidget(editing.design.peek(), { ...widget, ...part } as Widget),
      `${widget.id} ${Object.keys(part).join()}`,
    );
  switch (widget.kind) {
    case 'bio':
      return <BioForm widget={widget} change={change} />;
    case 'booking':
      return <BookingForm widget={widget} change={change} />;
    case 'queue':
      return <QueueForm widget={widget} change={change} />;
    case 'alerts':
      return <AlertsForm widget={widget} change={change} box={box} />;
    case 'leaderboard':
      return <LeaderboardForm widget={widget} change={change} box={box} />;
    case 'goal':
      return <GoalForm widget={widget} change={change} calls={editing.design.value.giftTalk.calls} />;
    case 'featured':
      return <FeaturedForm widget={widget} change={change} />;
    case 'pinned':
      return <PinnedForm widget={widget} change={change} />;
    case 'discount':
      return <DiscountForm widget={widget} change={change} />;
    case 'ticker':
      return <TickerForm widget={widget} change={change} />;
    case 'clock':
      return <ClockForm widget={widget} change={change} />;
    case 'feed':
      return <p class="quiet small">{tell('set.none')}</p>;
  }
}
