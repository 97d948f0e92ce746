import type { Widget } from '../../../shared/stage-design.ts';
import type { WidgetProps } from './air.ts';
import { BioCard } from './bio.tsx';
import { Board } from './board.tsx';
import { BookingPlate } from './booking.tsx';
import { ClockPlate } from './clock.tsx';
import { Discount } from './discount.tsx';
import { FeaturedPlate } from './featured.tsx';
import { FeedPlate } from './feed.tsx';
import { Goal } from './goal.tsx';
import { Pinned } from './pinned.tsx';
import { QueuePlate } from './queue.tsx';
import { Ticker } from './ticker.tsx';

/** The plate of a widget. Alerts have their own (`alert-stack.tsx`): they come and go by other rules. */
export function Drawn({ widget, ...rest }: WidgetProps<Exclude<Widget, { kind: 'alerts' }>>) {
  switch (widget.kind) {
    case 'bio':
      return <BioCard widget={widget} {...rest} />;
    case 'booking':
      return <BookingPlate widget={widget} {...rest} />;
    case 'queue':
      return <QueuePlate widget={widget} {...rest} />;
    case 'leaderboard':
      return <Board widget={widget} {...rest} />;
    case 'goal':
      return <Goal widget={widget} {...rest} />;
    case 'featured':
      return <FeaturedPlate widget={widget} {...rest} />;
    case 'pinned':
      return <Pinned widget={widget} {...rest} />;
    case 'discount':
      return <Discount widget={widget} {...rest} />;
    case 'ticker':
      return <Ticker widget={widget} {...rest} />;
    case 'clock':
      return <ClockPlate widget={widget} {...rest} />;
    case 'feed':
      return <FeedPlate air={rest.air} />;
  }
}
