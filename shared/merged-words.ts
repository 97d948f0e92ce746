import type { ThreadMessage } from './booking.ts';
import type { LocalText } from './languages.ts';

/** A title in the data of a thread's entry, by the name of its field; null where there is none, or something else. */
export function localTextIn({ data }: Pick<ThreadMessage, 'data'>, field: 'mergedFrom' | 'title'): LocalText | null {
  const value = data?.[field];
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value).every((text) => typeof text === 'string') ? (value as LocalText) : null;
}
