import type { JournalEntry } from '../../../shared/events.ts';

/** The names of the gifts among these events, each once as it was written last, in the order of the alphabet. */
export function giftNames(events: ReadonlyArray<JournalEntry>): string[] {
  const names = new Map<string, string>();
  for (const event of events) if (event.type === 'gift') names.set(event.gift.name.toLowerCase(), event.gift.name);
  return [...names.values()].toSorted((one, other) => one.localeCompare(other));
}
