import { createInstance } from 'i18next';
import type { Catalogues, Values, Words } from './spoken.ts';
import { spoken } from './spoken.ts';

/** The words of one page, by i18next. Stage and viewers' page, which have to stay light, go by translator.ts. */
export function wordsOf<C extends object>(catalogues: Catalogues<C>): Words<C> {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    resources: {},
    fallbackLng: false,
    keySeparator: '.',
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return spoken(catalogues, {
    // i18next's own key types cannot be told of a generic catalogue; ours are stricter.
    translate: instance.t as (key: string, values: Values) => string,
    async turnTo(language, catalogue) {
      instance.addResourceBundle(language, 'translation', catalogue);
      await instance.changeLanguage(language);
    },
  });
}
