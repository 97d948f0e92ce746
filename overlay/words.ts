import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import { createInstance } from 'i18next';
import type { Language } from '../shared/local-text.ts';
import type { KeyIn } from '../shared/locales/catalogue.ts';

/** One loader per language, each a dynamic import, so that a page fetches the one language that it speaks. */
export type Catalogues<C> = Readonly<Record<Language, () => Promise<C>>>;

export interface Words<C> {
  /** The language that is spoken now; null until the first {@link Words.speak} is through. */
  readonly language: ReadonlySignal<Language | null>;
  /**
   * The text of a key, with `{{name}}` filled in. A key that exists as `key_one` and `key_other` is asked for as `key`
   * with a `count`. Components that call it follow a change of language by themselves.
   */
  say(key: KeyIn<C>, values?: Readonly<Record<string, string | number>>): string;
  /** Loads the language and turns the page to it, `lang` of the document included. */
  speak(language: Language): Promise<void>;
}

/** The words of one page. Nothing is escaped here: Preact writes text, never markup. */
export function wordsOf<C extends object>(catalogues: Catalogues<C>): Words<C> {
  const language = signal<Language | null>(null);
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    resources: {},
    fallbackLng: false,
    keySeparator: '.',
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  // i18next's own key types cannot be told of a generic catalogue; ours are stricter.
  const translate = instance.t as (key: string, values: object) => string;
  async function speak(wanted: Language): Promise<void> {
    const catalogue = await catalogues[wanted]();
    instance.addResourceBundle(wanted, 'translation', catalogue);
    await instance.changeLanguage(wanted);
    // The wording is also tested where there is no page.
    if ('document' in globalThis) document.documentElement.lang = wanted;
    language.value = wanted;
  }
  function say(key: KeyIn<C>, values: Readonly<Record<string, string | number>> = {}): string {
    return language.value === null ? '' : translate(key, values);
  }
  return { language, say, speak };
}
