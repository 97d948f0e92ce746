import { MOST_SPAM_WORDS, type SpamSign } from '../../shared/spam-signs.ts';
import { type SpamWordChange, SpamWords } from '../../shared/spam-words.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import type { Unanswered } from '../core/desk/floods.ts';
import { changedWords, signOfText, spamSigns, wordsPattern } from '../core/desk/spam-signs.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';
import type { BookingParts } from './booking-parts.ts';
import { createListeners } from './listeners.ts';

const NAME = 'spam-words';

/** Words that a creator takes for a sign of spam. */
export interface SpamWordList {
  list(): Promise<string[]>;
  /**
   * Adds some and takes some away, so that of two who do so at once neither undoes the other's. The same word in another
   * case, or with other accents, is the same. Answers all there are then; refuses with `too-many-spam-words`.
   */
  change(change: SpamWordChange): Promise<string[] | Refusal>;
  /** Told after they are kept: what speaks for spam is another now. */
  onChange(listener: () => void): () => void;
}

export function createSpamWords(parts: BookingParts): SpamWordList {
  const { store, creatorId, clock } = parts;
  const changed = createListeners<void>(parts.onFault);
  return {
    onChange: changed.add,
    list: () => readWords(parts),
    change: async (change) => {
      const kept = await store.transaction(async (tx) => {
        await awaitTurn(store, tx, creatorId, 'spam-words');
        const words = changedWords(await readWords(parts, tx), change);
        if (words.length > MOST_SPAM_WORDS) return refuse('too-many-spam-words');
        await writeSetting(tx, creatorId, NAME, words, clock());
        return words;
      });
      if (!isRefusal(kept)) changed.tell();
      return kept;
    },
  };
}

async function readWords({ store, creatorId }: BookingParts, db: Db | Tx = store.db): Promise<string[]> {
  return SpamWords.catch([]).parse((await readSetting(db, creatorId, NAME)) ?? []);
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
