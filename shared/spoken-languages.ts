import { LANGUAGES } from './local-text.ts';

/*
 * The languages that a person may say to speak, kept as BCP 47 tags so that each viewer reads them by name in a language
 * of his or her own. Names by Intl.
 */

/** ISO 639-1 without what only books are written in, and the larger ones that it lacks. All have names in the four languages. */
const TAGS = [
  'aa ab af ak am an ar as ase av ay az ba be bg bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa',
  'ff fi fil fj fo fr fy ga gd gl gn gu gv ha haw he hi hr ht hu hy id ig is it iu ja jv ka kg ki kk kl km kn ko ks ku',
  'kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my nb nds ne nl nn no nr nv ny oc om or os pa pl ps pt qu',
  'rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz',
  've vi vo wa wo xh yi yo yue zh zu',
]
  .join(' ')
  .split(' ');

/**
 * Every language to choose from by its name in that language, in the order of its alphabet. Browsers know fewer names than
 * the server: what has none there is left out, since a bare code tells nobody anything.
 */
export function languagesIn(language: string): ReadonlyArray<{ tag: string; name: string }> {
  return TAGS.filter((tag) => isNamed(tag, language))
    .map((tag) => ({ tag, name: languageName(tag, language) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

/** A name that is the code again is none: some browsers answer so. */
function isNamed(tag: string, language: string): boolean {
  const name = knownName(tag, language);
  return name !== null && name.toLowerCase() !== tag;
}

/** A language's name in that language, for a list: "German"; what is no tag stays as it was written. */
export function languageName(tag: string, language: string): string {
  const name = knownName(tag, language) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/**
 * What somebody wrote, as a tag: a tag in any spelling, or the name of a language in one of Cuedesk's languages or its own
 * ("German", "Deutsch", "Duits", "tysk" are `de`). Anything else is given back as it is: it may say more than a tag can.
 */
export function languageTag(written: string): string {
  const text = written.trim();
  const tag = canonical(text);
  if (tag !== null && knownName(tag, 'en') !== null) return tag;
  return tagsByName().get(text.toLocaleLowerCase()) ?? text;
}

function canonical(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

const names = new Map<string, Intl.DisplayNames>();

/** Null for what is no tag or has no name. */
function knownName(tag: string, language: string): string | null {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  names.set(language, known);
  try {
    return known.of(tag) ?? null;
  } catch {
    return null;
  }
}

let byName: ReadonlyMap<string, string> | null = null;

/** Made when first asked for: only texts of an older Cuedesk and of scripts need it. */
function tagsByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    TAGS.flatMap((tag) =>
      [...LANGUAGES, tag].flatMap((language): [string, string][] => {
        const name = knownName(tag, language);
        return name === null ? [] : [[name.toLocaleLowerCase(), tag]];
      }),
    ),
  );
  return byName;
}
