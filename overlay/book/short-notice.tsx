import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';
import { shortNotice } from './cutoff.ts';
import { sayWhen } from './times.ts';
import { say, timesTag } from './words.ts';

/** Which of these times bind as soon as they are booked, to be read before one is taken. */
export function ShortNotice({ view, starts }: { view: ThreadView; starts: ReadonlyArray<Instant> }) {
  const short = shortNotice(view, starts).map((start) => sayWhen(start, view.zone));
  if (short.length === 0) return null;
  const times = new Intl.ListFormat(timesTag()).format(short);
  return <p class="small figures short-notice">{say('cutoff.short', { times })}</p>;
}
