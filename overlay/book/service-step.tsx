import { CalendarClock } from 'lucide';
import { inLanguage } from '../../shared/local-text.ts';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { chosenSlug, free } from './offers-state.ts';
import { picked } from './request-state.ts';
import { goTo } from './steps-state.ts';
import { sayPrice, sayWhen } from './times.ts';
import { say, spoken } from './words.ts';
import { zone } from './zones.ts';

/** What is offered, each with length, price and next free time, and the one main button. */
export function ServiceStep({ page, chosen }: { page: PublicPage; chosen: PublicService }) {
  const times = free.value.get(chosen.id);
  const nothingFree = times?.type === 'ready' && times.value.slots.length === 0;
  function write() {
    picked.value = null;
    goTo('details');
  }
  return (
    <section class="stack gap-3" aria-label={say('offers.title')}>
      <fieldset class="services">
        <legend class="unseen">{say('offers.title')}</legend>
        {page.services.map((service) => (
          <ServiceChoice key={service.id} service={service} only={page.services.length === 1} />
        ))}
      </fieldset>
      <div class="main-act">
        <Button look="primary" wide onClick={() => (nothingFree ? write() : goTo('time'))}>
          {say(nothingFree ? 'offers.message' : 'offers.main')}
        </Button>
        {!nothingFree && (
          <Button look="plain" wide onClick={write}>
            {say('offers.message')}
          </Button>
        )}
      </div>
    </section>
  );
}

function ServiceChoice({ service, only }: { service: PublicService; only: boolean }) {
  const summary = service.summary && inLanguage(service.summary, spoken());
  return (
    <label class={`service${only ? ' service-only' : ''}`}>
      <input
        type="radio"
        name="service"
        value={service.slug}
        checked={service.slug === chosenSlug.value}
        onChange={() => {
          chosenSlug.value = service.slug;
          picked.value = null;
        }}
      />
      <span class="service-text">
        <span class="service-title" dir="auto">
          {inLanguage(service.title, spoken())}
        </span>
        {summary && (
          <span class="service-summary" dir="auto">
            {summary}
          </span>
        )}
        <span class="service-facts figures">
          <b>{sayPrice(service.price)}</b>
          <span>{say('offers.minutes', { count: service.minutes })}</span>
        </span>
        <NextFree service={service} />
      </span>
    </label>
  );
}

/** The first free time in the viewer's zone; an empty line while it is looked up, so that nothing jumps. */
function NextFree({ service }: { service: PublicService }) {
  const times = free.value.get(service.id);
  if (times?.type !== 'ready') return <span class="service-free">&nbsp;</span>;
  const first = times.value.slots[0];
  return (
    <span class={`service-free${first ? ' service-free-known' : ''}`}>
      <Icon node={CalendarClock} size={16} />
      {first ? (
        <span>
          {say('offers.nextFree')}: <b>{sayWhen(first.start, zone.value)}</b>
        </span>
      ) : (
        say('offers.noneFree')
      )}
    </span>
  );
}
