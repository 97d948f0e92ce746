import type { SpamSign } from '../../shared/spam-signs.ts';
import { SpamWords } from '../../shared/spam-words.ts';
import type { Unanswered } from '../core/desk/floods.ts';
import { signOfText, spamSigns, wordsPattern } from '../core/desk/spam-signs.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { BookingParts } from './booking-parts.ts';
import { createListeners } from './listeners.ts';

const NAME = 'spam-words';

/** Words that a creator takes for a sign of spam. */
export interface SpamWordList {
  list(): Promise<string[]>;
  put(words: ReadonlyArray<string>): Promise<string[]>;
  /** Told after they are kept: what speaks for spam is another now. */
  onChange(listener: () => void): () => void;
}

export function createSpamWords(parts: BookingParts): SpamWordList {
  const { store, creatorId, clock } = parts;
  const changed = createListeners<void>(parts.onFault);
  return {
    onChange: changed.add,
    list: () => readWords(parts),
    put: async (words) => {
      // The same word twice is one.
      const kept = [...new Set(words)];
      await writeSetting(store.db, creatorId, NAME, kept, clock());
      changed.tell();
      return kept;
    },
  };
}

async function readWords({ store, creatorId }: BookingParts): Promise<string[]> {
  return SpamWords.catch([]).parse((await readSetting(store.db, creatorId, NAME)) ?? []);
}

/** Finds what speaks for spam, and remembers what each text was found to be: the same asks are looked at again and again. */
export function createSpamSigner(parts: BookingParts) {
  let known = new Map<string, SpamSign | null>();
  let source = '';
  return {
    async signsOf(asks: ReadonlyArray<Unanswered>): Promise<Map<string, SpamSign>> {
      const words = wordsPattern(await readWords(parts));
      if ((words?.source ?? '') !== source) known = new Map();
      source = words?.source ?? '';
      const next = new Map<string, SpamSign | null>();
      const signs = spamSigns(asks, ({ id, text }) => {
        const sign = known.has(id) ? (known.get(id) ?? null) : signOfText(text, words);
        next.set(id, sign);
        return sign;
      });
      known = next;
      return signs;
    },
  };
}
