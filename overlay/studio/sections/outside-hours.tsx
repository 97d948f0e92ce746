import { useEffect, useState } from 'preact/hooks';
import type { Availability } from '../../../shared/booking.ts';
import { inLanguage } from '../../../shared/local-text.ts';
import type { OutsideBooking } from '../../../shared/outside-booking.ts';
import { dayAndClock } from '../../../shared/time-words.ts';
import { ask } from '../../parts/ask.ts';
import { Notice } from '../../parts/surface.tsx';
import type { Draft } from '../model/draft.ts';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

const SHOWN = 5;

/** The coming bookings and offered times that lie outside the kept hours, asked for anew when the hours are saved or a booking changes. */
export function useOutside(draft: Draft<Availability> | null): ReadonlyArray<OutsideBooking> {
  const [outside, setOutside] = useState<ReadonlyArray<OutsideBooking>>([]);
  const kept = draft?.kept.value;
  const queue = view.value?.queue;
  // The same numbers come as another object with each view.
  const asked = `${queue?.open} ${queue?.unanswered}`;
  useEffect(() => {
    let wanted = true;
    void ask<OutsideBooking[]>('GET', '/availability/outside').then((answer) => {
      if (wanted && answer.type === 'done') setOutside(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [kept, asked]);
  return outside;
}

interface Props {
  readonly bookings: ReadonlyArray<OutsideBooking>;
  readonly zone: string;
}

/**
 * Says which bookings, and which times that viewers were offered, lie where nothing is offered any more, and that they
 * stay; nothing where there is none.
 */
export function OutsideHours({ bookings, zone }: Props) {
  return (
    <>
      <Outside what="outside" bookings={bookings.filter(({ offered }) => !offered)} zone={zone} />
      <Outside what="outsideOffered" bookings={bookings.filter(({ offered }) => offered)} zone={zone} />
    </>
  );
}

function Outside({ what, bookings, zone }: Props & { what: 'outside' | 'outsideOffered' }) {
  if (bookings.length === 0) return null;
  return (
    <Notice tone="warning" title={say(`availability.${what}.title`, { count: bookings.length })}>
      <ul class="small">
        {bookings.slice(0, SHOWN).map(({ id, name, title, start }) => (
          <li key={`${id} ${start}`}>
            <a href={`/desk#${id}`}>
              {dayAndClock(start, zone, tongue())} · <bdi>{name}</bdi>
            </a>
            , <bdi>{inLanguage(title, tongue())}</bdi>
          </li>
        ))}
      </ul>
      {bookings.length > SHOWN && (
        <p class="small">{say('availability.outside.more', { count: bookings.length - SHOWN })}</p>
      )}
      <p class="small">{say(`availability.${what}.text`)}</p>
    </Notice>
  );
}
