import { inLanguage } from '../../shared/local-text.ts';
import { isProduct } from '../../shared/product-link.ts';
import type { PublicService } from '../../shared/public-page.ts';
import type { Instant } from '../../shared/time.ts';
import { priceHere } from './region.ts';
import { sayDay, sayLength, sayPrice, saySpan, sayZone } from './times.ts';
import { spoken, tongueOf } from './words.ts';
import { zone } from './zones.ts';

interface Props {
  service: Pick<PublicService, 'title' | 'minutes' | 'price' | 'prices' | 'kind' | 'link'>;
  start: Instant | null;
  end: Instant | null;
}

/** What is being booked, in two lines that stay on the page from step to step. */
export function Summary({ service, start, end }: Props) {
  return (
    <div class="summary">
      <p class="summary-title">
        <span dir="auto" lang={tongueOf(service.title)}>
          {inLanguage(service.title, spoken())}
        </span>
        <span class="summary-facts figures">
          {isProduct(service) ? '' : `${sayLength(service.minutes)} · `}
          {sayPrice(priceHere(service))}
        </span>
      </p>
      {start && (
        <p class="summary-time figures">
          <b>{sayDay(start, zone.value)}</b>
          <span>
            <b>{saySpan(start, end, zone.value)}</b> <span class="quiet">{sayZone(zone.value, start)}</span>
          </span>
        </p>
      )}
    </div>
  );
}
