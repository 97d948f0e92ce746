import { signal } from '@preact/signals';
import type { Language, LocalText } from '../../shared/local-text.ts';
import { chooseLanguage, LANGUAGES, languageGiven } from '../../shared/local-text.ts';
import type { Catalogue, KeyIn } from '../../shared/locales/catalogue.ts';
import type { book as english } from '../../shared/locales/en/book.ts';
import { localeIn } from '../../shared/time-words.ts';
import type { Catalogues } from '../spoken.ts';
import { spoken as spokenBy } from '../spoken.ts';
import { lightTranslator } from '../translator.ts';

type Book = Catalogue<typeof english>;

/** One language at a time: the other three are never fetched unless one of them is chosen. */
const catalogues: Catalogues<Book> = {
  en: async () => (await import('../../shared/locales/en/book.ts')).book,
  de: async () => (await import('../../shared/locales/de/book.ts')).book,
  nl: async () => (await import('../../shared/locales/nl/book.ts')).book,
  nb: async () => (await import('../../shared/locales/nb/book.ts')).book,
};
export const words = spokenBy(catalogues, lightTranslator());
export const say = words.say;

/** The language in use, English before the first is loaded. */
export function spoken(): Language {
  return words.language.value ?? 'en';
}

/** The tag that times are written by: the reader's own of the language in use, `en-US`, else the language. */
export function timesTag(): string {
  return localeIn(spoken(), navigator.languages) ?? spoken();
}

const KEPT_UNDER = 'cuedesk-language';
const chosen = signal<Language | null>(keptChoice());

/** The viewer's own choice, else the first of the browser's languages that Cuedesk speaks. */
export function startingLanguage(): Language {
  return chosen.value ?? chooseLanguage(navigator.languages);
}

export async function chooseSpoken(language: Language): Promise<void> {
  chosen.value = language;
  try {
    localStorage.setItem(KEPT_UNDER, language);
  } catch {
    // Storage may be forbidden; then the choice lasts until the page is left.
  }
  await words.speak(language);
}

function keptChoice(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_UNDER);
    return LANGUAGES.find((language) => language === kept) ?? null;
  } catch {
    return null;
  }
}

const TROUBLES = [
  'offline',
  'slot-taken',
  'slot-not-offered',
  'adults-only',
  'region-not-offered',
  'sold-by-link',
  'too-many',
  'unavailable',
  'bad-input',
  'key-reused',
  'past-cutoff',
  'already-then',
  'already-closed',
  'no-waitlist',
  'already-waiting',
  'not-waiting',
  'not-found',
] as const;

/** For the `lang` of a creator's text that is not in the page's language, so that it is read aloud as what it is. */
export function tongueOf(text: LocalText): Language | undefined {
  const given = languageGiven(text, spoken());
  return given === spoken() ? undefined : given;
}

/** What a refusal's word means for the viewer. A word that is not known here still says that nothing was changed. */
export function sayTrouble(why: string): string {
  const known = TROUBLES.find((word) => word === why);
  return say(known ? `trouble.${camel(known)}` : 'trouble.other');
}

type Camel<W extends string> = W extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : W;

/** `no-show` as the catalogues name it: `noShow`. */
export function camel<W extends string>(word: W): Camel<W> {
  return word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Camel<W>;
}

export type BookKey = KeyIn<Book>;
