import type { Translator } from '../spoken.ts';

/**
 * Plurals and `{{name}}` as i18next does them, for a flat catalogue. The stage has a dozen texts, and i18next would be a
 * third of all that it loads on the PC that is encoding the video.
 */
export function lightTranslator<C extends Readonly<Record<string, string>>>(): Translator<C> {
  let texts: Readonly<Record<string, string>> = {};
  let plurals = new Intl.PluralRules('en');
  return {
    turnTo(language, catalogue) {
      texts = catalogue;
      plurals = new Intl.PluralRules(language);
    },
    translate(key, values) {
      const plural = `${key}_${plurals.select(Number(values['count'] ?? 0))}`;
      const text = texts[plural] ?? texts[`${key}_other`] ?? texts[key] ?? '';
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
    },
  };
}
