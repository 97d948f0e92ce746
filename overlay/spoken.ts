import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { Language } from '../shared/local-text.ts';
import type { KeyIn } from '../shared/locales/catalogue.ts';
import { newest } from './newest.ts';

/** One loader per language, each a dynamic import, so that a page fetches the one language that it speaks. */
export type Catalogues<C> = Readonly<Record<Language, () => Promise<C>>>;
export type Values = Readonly<Record<string, string | number>>;

export interface Words<C> {
  /** The language that is spoken now; null until the first {@link Words.speak} is through. */
  readonly language: ReadonlySignal<Language | null>;
  /**
   * The text of a key, with `{{name}}` filled in. A key that exists as `key_one` and `key_other` is asked for as `key`
   * with a `count`. Components that call it follow a change of language by themselves.
   */
  say(key: KeyIn<C>, values?: Values): string;
  /**
   * Loads the language and turns the page to it, `lang` of the document included, unless another was asked for later and is
   * there. Rejects when it cannot be fetched.
   */
  speak(language: Language): Promise<void>;
}

/** What finds a text and fills it in. Nothing is escaped: Preact writes text, never markup. */
export interface Translator<C> {
  turnTo(language: Language, catalogue: C): Promise<void> | void;
  translate(key: string, values: Values): string;
}

/** Letters that are read from the right, by their blocks; a name of them turns what stands beside it around. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Signs that turn the direction by themselves; one that closes would end the isolate. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What is filled into a sentence, each in a direction of its own (Unicode Annex 9, isolates). */
function isolated(values: Values): Values {
  if (!Object.values(values).some((value) => typeof value === 'string' && needsIsolate(value))) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && needsIsolate(value) ? `\u2068${value.replace(TURNING, '')}\u2069` : value,
    ]),
  );
}

function needsIsolate(text: string): boolean {
  return FROM_RIGHT.test(text) || text.search(TURNING) >= 0;
}

/** The words of one page, by whichever translator. */
export function spoken<C extends object>(catalogues: Catalogues<C>, translator: Translator<C>): Words<C> {
  const language = signal<Language | null>(null);
  const answers = newest();
  return {
    language,
    say: (key, values = {}) => (language.value === null ? '' : translator.translate(key, isolated(values))),
    async speak(wanted) {
      const isNews = answers.asked();
      const catalogue = await catalogues[wanted]();
      // Another language was chosen since, and its words came sooner.
      if (!isNews()) return;
      await translator.turnTo(wanted, catalogue);
      if (!isNews()) return;
      // The wording is also tested where there is no page.
      if ('document' in globalThis) document.documentElement.lang = wanted;
      language.value = wanted;
    },
  };
}
