import type { ThreadMessage } from '../../shared/booking.ts';
import type { LocalText } from '../../shared/languages.ts';
import { localTextIn } from '../../shared/merged-words.ts';
import type { Instant } from '../../shared/time.ts';

const WORDS = [
  'asked',
  'booked',
  'accepted',
  'declined',
  'cancelled',
  'called-off',
  'moved',
  'slot-taken',
  'offered',
  'waitlisted',
  'time-freed',
  'offer-passed',
  'offer-lapsed',
  'erased',
  'too-old',
  'merged',
  'paid',
  'unpaid',
  'note',
] as const;
export type SystemWord = (typeof WORDS)[number];

export interface SystemEntry {
  /** Null for a word that this page has none for. */
  readonly word: SystemWord | null;
  readonly start: Instant | null;
  readonly from: Instant | null;
  readonly nearest: ReadonlyArray<Instant>;
  /** Of what a merged request asked for; null in any other entry. */
  readonly title: LocalText | null;
  /** The text of a note. */
  readonly text: string;
  /** Who of the desk did it; null when it was the viewer or the program. */
  readonly byName: string | null;
}

/** What a `system` entry of a thread says; anything in its data that is not as expected counts as missing. */
export function readSystem(entry: Pick<ThreadMessage, 'text' | 'data'>): SystemEntry {
  const text = (name: string) => {
    const value = entry.data?.[name];
    return typeof value === 'string' ? value : null;
  };
  const nearest = entry.data?.['nearest'];
  return {
    word: WORDS.find((word) => word === entry.text) ?? null,
    start: text('start'),
    from: text('from'),
    nearest: Array.isArray(nearest) ? nearest.filter((each) => typeof each === 'string') : [],
    title: localTextIn(entry, 'title'),
    text: text('text') ?? '',
    byName: text('byName'),
  };
}
