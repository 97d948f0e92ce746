import type { HeldAct } from '../../shared/desk-team.ts';
import type { Ask } from './attempts.ts';
import { opened, rowsHeld } from './following.ts';

/** Ids of held acts that were seen to end an appointment. */
const known = new Set<string>();

/** The name that an act goes by: an ask is declined, an appointment called off. */
export type ActName = Ask['type'] | 'callOff';

/** Of an act that is about to be asked for. */
export function nameOfAsk(request: string, { type }: Ask): ActName {
  return type === 'decline' && isBooked(request) ? 'callOff' : type;
}

/** Of one that is or was held; it keeps its name also when its viewer has cancelled meanwhile. */
export function nameOfHeld({ id, request, type }: HeldAct): ActName {
  if (type !== 'decline') return type;
  if (isBooked(request)) known.add(id);
  return known.has(id) ? 'callOff' : type;
}

/** As the server has it: an act that is on its way here has not changed that. */
function isBooked(request: string): boolean {
  const shown = opened.value?.request;
  return (
    (shown?.id === request && shown.state === 'booked') ||
    rowsHeld.value.some(({ id, state }) => id === request && state === 'booked')
  );
}

/** How many of these asks would be declined, and how many are appointments that would be called off. */
export function endsOf(names: ReadonlyArray<ActName>): { readonly declined: number; readonly calledOff: number } {
  const calledOff = names.filter((name) => name === 'callOff').length;
  return { declined: names.length - calledOff, calledOff };
}
