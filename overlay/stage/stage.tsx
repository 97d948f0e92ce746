import { AlertStack } from './alert-stack.tsx';
import { BioCard } from './bio-card.tsx';
import { BookingPlate } from './booking-plate.tsx';
import { QueueStrip } from './queue-strip.tsx';
import { view } from './state.ts';

/** Everything on air. Before the first view, and while nothing is published, the places are empty. */
export function Stage() {
  const current = view.value;
  if (!current) return null;
  return (
    <main class="stage">
      <div class="top">
        <QueueStrip queue={current.queue} />
      </div>
      <div class="lower-third">
        <AlertStack />
        <div class="plates">
          {current.bio && <BioCard bio={current.bio} language={current.stage.language} />}
          {current.booking && <BookingPlate booking={current.booking} />}
        </div>
      </div>
    </main>
  );
}
