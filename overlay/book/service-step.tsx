import { CalendarClock } from 'lucide';
import { inLanguage } from '../../shared/local-text.ts';
import { isProduct } from '../../shared/product-link.ts';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { isOpenTo } from '../../shared/region-price.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { CodeField } from './code-field.tsx';
import { chosenSlug, free, namedProduct } from './offers-state.ts';
import { Products } from './products.tsx';
import { priceHere, region } from './region.ts';
import { Elsewhere } from './region-choice.tsx';
import { picked, withoutTime } from './request-state.ts';
import { goTo } from './steps-state.ts';
import { Terms } from './terms.tsx';
import { sayLength, sayPrice, sayWhen } from './times.ts';
import { say, spoken, tongueOf } from './words.ts';
import { zone } from './zones.ts';

/** What is offered, each with length, price and next free time, the one main button, and what applies to the chosen. */
export function ServiceStep({ page, chosen }: { page: PublicPage; chosen: PublicService }) {
  const times = free.value.get(chosen.id);
  const nothingFree = times?.type === 'ready' && times.value.slots.length === 0 && times.value.trouble === null;
  const here = isOpenTo(chosen, region.value);
  const timed = page.services.filter((one) => !isProduct(one));
  return (
    <>
      <section class="stack gap-3" aria-label={say('offers.title')}>
        <fieldset class="services">
          <legend class="unseen">{say('offers.title')}</legend>
          {timed.map((service) => (
            <ServiceChoice key={service.id} service={service} only={timed.length === 1} />
          ))}
        </fieldset>
        <div class="main-act">
          {nothingFree && here ? <WithoutTime service={chosen} /> : <WithTime service={chosen} here={here} />}
        </div>
      </section>
      {!namedProduct.value && <Products page={page} />}
      <CodeField page={page} />
      <About name={page.name} service={chosen} />
    </>
  );
}

/** `here`: whether the offer is for viewers of this one's country. Who is elsewhere may still write. */
function WithTime({ service, here }: { service: PublicService; here: boolean }) {
  return (
    <>
      {here ? (
        <Button look="primary" wide onClick={() => goTo('time')}>
          {say('offers.main')}
        </Button>
      ) : (
        <Elsewhere service={service} />
      )}
      <Button look="plain" wide onClick={() => withoutTime('message')}>
        {say('offers.message')}
      </Button>
    </>
  );
}

/** Nothing is free: the waitlist where there is one, else a message. */
export function WithoutTime({ service }: { service: PublicService }) {
  return (
    <>
      {service.waitlist && (
        <Button look="primary" wide onClick={() => withoutTime('waitlist')}>
          {say('waitlist.button')}
        </Button>
      )}
      <Button look={service.waitlist ? 'plain' : 'primary'} wide onClick={() => withoutTime('message')}>
        {say('offers.message')}
      </Button>
    </>
  );
}

function About({ name, service }: { name: string; service: PublicService }) {
  const text = service.description && inLanguage(service.description, spoken());
  return (
    <section class="about about-offer stack gap-3" aria-labelledby="about-offer">
      <h2 id="about-offer">{say('terms.about', { title: inLanguage(service.title, spoken()) })}</h2>
      {text && (
        <p class="about-text" dir="auto" lang={tongueOf(service.description ?? {})}>
          {text}
        </p>
      )}
      <Terms name={name} service={service} />
    </section>
  );
}

function ServiceChoice({ service, only }: { service: PublicService; only: boolean }) {
  const summary = service.summary && inLanguage(service.summary, spoken());
  return (
    <label class={`service${only ? ' service-only' : ''}`} data-chosen={service.slug === chosenSlug.value}>
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
        <span class="service-title" dir="auto" lang={tongueOf(service.title)}>
          {inLanguage(service.title, spoken())}
        </span>
        {summary && (
          <span class="service-summary" dir="auto" lang={tongueOf(service.summary ?? {})}>
            {summary}
          </span>
        )}
        <span class="service-facts figures">
          <b>{sayPrice(priceHere(service))}</b>
          <span>{sayLength(service.minutes)}</span>
          {service.capacity > 1 && <span>{say('terms.group')}</span>}
          {service.adultsOnly && <span>{say('offers.adults')}</span>}
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
        <>
          <span class="one-line">{say('offers.nextFree')}:</span> <b>{sayWhen(first.start, zone.value)}</b>
        </>
      ) : (
        say('offers.noneFree')
      )}
    </span>
  );
}
