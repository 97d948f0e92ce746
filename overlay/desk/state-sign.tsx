import type { IconNode } from 'lucide';
import {
  CalendarCheck,
  CalendarSync,
  CircleCheckBig,
  CircleDot,
  CircleMinus,
  CircleX,
  Clock,
  Hourglass,
  Merge,
  ShieldAlert,
  UserX,
} from 'lucide';
import type { RequestState } from '../../shared/booking.ts';
import { Icon } from '../parts/icon.tsx';
import type { Tone } from '../parts/surface.tsx';
import { say } from './words.ts';

/** Each state by shape and colour; a word stands beside it wherever there is room. */
export const STATE_SIGNS: Readonly<Record<RequestState, { icon: IconNode; tone: Tone }>> = {
  new: { icon: CircleDot, tone: 'live' },
  waiting: { icon: Clock, tone: 'plain' },
  offered: { icon: CalendarSync, tone: 'accent' },
  waitlisted: { icon: Hourglass, tone: 'plain' },
  booked: { icon: CalendarCheck, tone: 'positive' },
  declined: { icon: CircleX, tone: 'plain' },
  cancelled: { icon: CircleMinus, tone: 'plain' },
  'called-off': { icon: CircleMinus, tone: 'warning' },
  done: { icon: CircleCheckBig, tone: 'plain' },
  'no-show': { icon: UserX, tone: 'warning' },
  merged: { icon: Merge, tone: 'plain' },
  spam: { icon: ShieldAlert, tone: 'danger' },
};

export function StateSign({ state }: { state: RequestState }) {
  const sign = STATE_SIGNS[state];
  return (
    <span class={`state-sign tone-${sign.tone}`}>
      <Icon node={sign.icon} size={15} />
      <span class="sign-word">{say(`state.${state}`)}</span>
    </span>
  );
}
