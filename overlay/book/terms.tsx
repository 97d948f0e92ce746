import type { ComponentChildren } from 'preact';
import { formatMoney } from '../../shared/money-text.ts';
import type { PublicService } from '../../shared/public-page.ts';
import { isOpenTo } from '../../shared/region-price.ts';
import { depositHere, priceHere, region, sayRegions } from './region.ts';
import { RegionChoice } from './region-choice.tsx';
import { sayMinutes, sayPrice } from './times.ts';
import { camel, say, spoken } from './words.ts';

interface Props {
  /** The creator's name. */
  name: string;
  service: PublicService;
}

/** All that applies to a booking of this offer, to be read before anything is sent. */
export function Terms({ name, service }: Props) {
  const { place, capacity, cutoffMinutes, noticeMinutes } = service;
  const deposit = depositHere(service);
  return (
    <dl class="terms">
      <Term word={say('terms.place')}>{say(`terms.places.${camel(place.type)}`, { area: place.area ?? '' })}</Term>
      <Term word={say('terms.price')}>
        <b class="figures">{sayPrice(priceHere(service))}</b>
        {service.prices.length > 0 && <RegionChoice service={service} label={say('terms.region')} />}
      </Term>
      {service.regions.length > 0 && (
        <Term word={say('terms.onlyFrom')}>
          {sayRegions(service.regions)}
          {service.prices.length === 0 && isOpenTo(service, region.value) && (
            <RegionChoice service={service} label={say('terms.regionHere')} />
          )}
        </Term>
      )}
      {deposit && (
        <Term word={say('terms.deposit')}>
          {say('terms.depositText', { amount: formatMoney(deposit, spoken()), name })}
        </Term>
      )}
      <Term word={say('terms.confirm')}>{say(service.instant ? 'terms.atOnce' : 'terms.asked', { name })}</Term>
      <Term word={say('terms.cutoff')}>
        {cutoffMinutes === 0 ? say('terms.cutoffStart') : say('terms.cutoffUntil', { span: sayMinutes(cutoffMinutes) })}
      </Term>
      {noticeMinutes > 0 && (
        <Term word={say('terms.notice')}>{say('terms.noticeText', { span: sayMinutes(noticeMinutes) })}</Term>
      )}
      {capacity > 1 && <Term word={say('terms.group')}>{say('terms.groupText', { count: capacity })}</Term>}
      {service.adultsOnly && <Term word={say('terms.age')}>{say('terms.ageText')}</Term>}
    </dl>
  );
}

function Term({ word, children }: { word: string; children: ComponentChildren }) {
  return (
    <div class="term">
      <dt>{word}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
