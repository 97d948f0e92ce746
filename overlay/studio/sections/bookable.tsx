import { useEffect } from 'preact/hooks';
import { LinkButton } from '../../parts/button.tsx';
import { Notice } from '../../parts/surface.tsx';
import { hoursSet, lookUpHours } from '../model/hours-set.ts';
import { onOffer } from '../model/on-offer.ts';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';

/** Says that nothing can be booked, and what is missing for it; nothing once a service that viewers see and hours are there. */
export function NothingBookable() {
  useEffect(() => void lookUpHours(), []);
  if (!view.value) return null;
  const noService = view.value.services.length === 0;
  const noneSeen = !noService && onOffer(view.value).length === 0;
  const noHours = hoursSet.value === false;
  if (!noService && !noneSeen && !noHours) return null;
  return (
    <Notice tone="warning" title={say('bookable.none')}>
      {noService && <p class="small">{say('bookable.noService')}</p>}
      {noneSeen && <p class="small">{say('bookable.noneSeen')}</p>}
      {noHours && <p class="small">{say('bookable.noHours')}</p>}
      <div class="row gap-2">
        {noService && (
          <LinkButton size="small" href="#services">
            {say('steps.offersGo')}
          </LinkButton>
        )}
        {noneSeen && (
          <LinkButton size="small" href="#services">
            {say('steps.licenceGo')}
          </LinkButton>
        )}
        {noHours && (
          <LinkButton size="small" href="#hours">
            {say('steps.hoursGo')}
          </LinkButton>
        )}
      </div>
    </Notice>
  );
}
