import type { Service } from '../../../shared/booking.ts';
import type { ChatWord } from '../../../shared/chat-word.ts';
import type { JournalEntry } from '../../../shared/events.ts';
import { LANGUAGES, type Language } from '../../../shared/local-text.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';

/** Older chat is history: whoever typed it is not waiting for an answer any more. */
const OLDEST_MS = 30_000;
/** Nobody types more behind a word; the rest of a longer text is not looked at. */
const LONGEST_TEXT = 500;
/** What is played from a recording, with the number of its run: nobody is there to use a seat. */
const RECORDED = /^(?:replay:|demo(?:#|$))/;

/** What a viewer typed with the word. */
export interface ChatAsk {
  readonly event: { readonly source: string; readonly id: string };
  /** The platform's own id of the viewer. */
  readonly viewer: string;
  readonly name: string;
  readonly language: Language;
  /** What stands behind the word, for the offer: may be empty. */
  readonly offer: string;
}

/** The ask in a journal entry, or null: no chat, no word of ours, too old, or played from a recording. */
export function chatAskOf(entry: JournalEntry, setting: ChatWord, now: EpochMillis): ChatAsk | null {
  if (!setting.on || entry.type !== 'chat' || RECORDED.test(entry.source)) return null;
  if (Math.abs(now - toMillis(entry.at)) > OLDEST_MS) return null;
  const text = folded(entry.chat.text.slice(0, LONGEST_TEXT));
  const [first = '', ...rest] = text.split(/\s+/u);
  const language = languageOf(first, setting, entry.chat.language);
  if (language === null) return null;
  const { user } = entry;
  return {
    event: { source: entry.source, id: entry.id },
    viewer: user.id,
    name: user.name ?? user.handle ?? '',
    language,
    offer: rest.join(' '),
  };
}

/** A word that stands in several languages is read in the one that the platform names, where it does. */
function languageOf(word: string, { words }: ChatWord, named: string | undefined): Language | null {
  const fitting = LANGUAGES.filter((language) => words[language].includes(word));
  return fitting.find((language) => named?.toLowerCase().startsWith(language)) ?? fitting[0] ?? null;
}

/**
 * The offer that the text names: by its number in the list, its short name, its title in any language, or the beginning
 * of one that fits a single offer. Without text the first; null when the text names none and there are several.
 */
export function offerNamed(services: ReadonlyArray<Service>, text: string): Service | null {
  if (text === '' || services.length === 1) return services[0] ?? null;
  const byNumber = /^\d{1,3}$/.test(text) ? services[Number(text) - 1] : undefined;
  if (byNumber) return byNumber;
  const names = (service: Service) => [service.slug, ...Object.values(service.title).map(folded)];
  const exact = services.find((service) => names(service).includes(text));
  if (exact) return exact;
  const beginning = services.filter((service) => names(service).some((name) => name.startsWith(text)));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}

/** What the limits are held against; see the store's count. */
export interface ChatHoldFacts {
  readonly inSession: number;
  readonly lastOfViewer: EpochMillis | null;
  readonly alive: boolean;
  readonly known: boolean;
}

/** Why this viewer gets no hold now, or null. */
export function chatLimit(
  facts: ChatHoldFacts,
  setting: ChatWord,
  now: EpochMillis,
): 'known-event' | 'has-one' | 'cooling-down' | 'session-full' | null {
  if (facts.known) return 'known-event';
  if (facts.alive) return 'has-one';
  const { lastOfViewer } = facts;
  if (lastOfViewer !== null && now - lastOfViewer < setting.cooldownMinutes * 60_000) return 'cooling-down';
  return facts.inSession >= setting.mostASession ? 'session-full' : null;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
