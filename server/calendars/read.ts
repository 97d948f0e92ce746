import type { FeedAnswer, ReadCalendar } from '../core/booking/busy-port.ts';
import { fetchFeed, type Net } from './fetch.ts';
import { parseApart } from './parse-apart.ts';

/** Reads other calendars over the net; `net` is another one in tests. */
export function calendarReader(net?: Net): ReadCalendar {
  return async (ask, stop): Promise<FeedAnswer> => {
    const fetched = await fetchFeed(ask, stop, net);
    if (fetched.type !== 'body') return fetched;
    const { body, etag, lastModified } = fetched;
    const times = await parseApart({ body, zone: ask.zone, window: ask.window }, stop);
    if (times === 'too-complex') return { type: 'failed', trouble: 'too-complex' };
    return times === null ? { type: 'failed', trouble: 'not-a-calendar' } : { type: 'read', times, etag, lastModified };
  };
}
