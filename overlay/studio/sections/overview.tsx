import { NothingBookable } from './bookable.tsx';
import { OnAir } from './on-air.tsx';
import { FirstSteps } from './steps-card.tsx';
import { TotalsCard } from './totals.tsx';
import { TryIt } from './try-it.tsx';

/** What a streamer looks at with one eye during the show. */
export function OverviewSection() {
  return (
    <div class="section">
      <NothingBookable />
      <FirstSteps />
      <TotalsCard />
      <div class="two">
        <OnAir />
        <TryIt />
      </div>
    </div>
  );
}
