import type { Translator } from './spoken.ts';

/**
 * Plurals and `{{name}}` as i18next does them, and `outer.inner` for what is nested. For the pages that have to be light:
 * i18next would be a third of what the stage loads, and twice of what a viewer on a slow network waits for.
 */
export function lightTranslator<C extends object>(): Translator<C> {
  let texts: ReadonlyMap<string, string> = new Map();
  let plurals = new Intl.PluralRules('en');
  return {
    turnTo(language, catalogue) {
      texts = new Map(leaves('', catalogue));
      plurals = new Intl.PluralRules(language);
    },
    translate(key, values) {
      const plural = `${key}_${plurals.select(Number(values['count'] ?? 0))}`;
      const text = texts.get(plural) ?? texts.get(`${key}_other`) ?? texts.get(key) ?? '';
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
    },
  };
}

/** Every text with its dotted key. */
function leaves(path: string, below: object): [string, string][] {
  return Object.entries(below).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? leaves(`${path}${key}.`, value) : [[path + key, String(value)]],
  );
}
