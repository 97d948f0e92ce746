import { bioIn } from '../../shared/bio-text.ts';
import { chooseLanguage, inLanguage, type Language } from '../../shared/local-text.ts';
import { pageHead as de } from '../../shared/locales/de/page-head.ts';
import { pageHead as en } from '../../shared/locales/en/page-head.ts';
import { pageHead as nb } from '../../shared/locales/nb/page-head.ts';
import { pageHead as nl } from '../../shared/locales/nl/page-head.ts';
import { PublicPage } from '../../shared/public-page.ts';
import { sharedPicture } from './share-picture.ts';

/*
 * What a link to the viewers' page says of itself in a chat or a search: written into the HTML, since those who read it
 * run no scripts. Made of the public page alone, so nothing private can be in it.
 */

const WORDS = { en, de, nl, nb } as const;
const LOCALES: Readonly<Record<Language, string>> = { en: 'en_GB', de: 'de_DE', nl: 'nl_NL', nb: 'nb_NO' };
/** Where chats and searches cut. */
const MOST_TITLE = 70;
const MOST_DESCRIPTION = 200;

/** The language of who asks, by the `Accept-Language` header with its weights. */
export function wantedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return chooseLanguage(wanted.map(({ tag }) => tag));
}

/** The page's HTML with title, description, canonical address and what Open Graph and Twitter read. */
export function headed(
  html: string,
  page: PublicPage,
  slug: string | null,
  language: Language,
  publicUrl: string,
): string {
  const words = WORDS[language];
  const offer = page.services.find((one) => one.slug === slug);
  const { about, headline } = bioIn(page, language);
  const what = offer ? inLanguage(offer.title, language) : headline;
  const title = cut(what ? `${page.name}: ${what}` : fill(words.title, { name: page.name }), MOST_TITLE);
  const offers = new Intl.ListFormat(language, { type: 'unit' }).format(
    page.services.map((one) => inLanguage(one.title, language)),
  );
  const own = (offer?.summary && inLanguage(offer.summary, language)) || about || headline;
  const description = cut(
    own || (offers ? fill(words.description, { name: page.name, offers }) : fill(words.title, { name: page.name })),
    MOST_DESCRIPTION,
  );
  const address = `${publicUrl}/@${page.handle}${offer ? `/${encodeURIComponent(offer.slug)}` : ''}`;
  const picture = sharedPicture(page, publicUrl);
  const tags = [
    named('name', 'description', description),
    `<link rel="canonical" href="${escaped(address)}" />`,
    named('property', 'og:type', 'website'),
    named('property', 'og:site_name', 'Cuedesk'),
    named('property', 'og:title', title),
    named('property', 'og:description', description),
    named('property', 'og:url', address),
    named('property', 'og:locale', LOCALES[language]),
    named('property', 'og:image', picture.url),
    named('property', 'og:image:width', String(picture.width)),
    named('property', 'og:image:height', String(picture.height)),
    named('property', 'og:image:alt', picture.alt),
    // A portrait is square: a card that is wide would cut it.
    named('name', 'twitter:card', page.portrait ? 'summary' : 'summary_large_image'),
    named('name', 'twitter:title', title),
    named('name', 'twitter:description', description),
    named('name', 'twitter:image', picture.url),
  ];
  const plain = `<noscript><div class="no-script"><h1>${escaped(title)}</h1><p>${escaped(description)}</p><p>${escaped(words.noScript)}</p></div></noscript>`;
  return put(html, language, title, tags, plain + dataOf(page));
}

/**
 * The public page as the API has it, so that the page draws itself without asking first. Not a script: a browser runs
 * nothing of this type, and the content security policy stands. `<` is written so that no text can end the block.
 */
function dataOf(page: PublicPage): string {
  const json = JSON.stringify(PublicPage.parse(page)).replaceAll('<', '\\u003c');
  return `\n    <script type="application/json" id="public-page">${json}</script>`;
}

/** The page's HTML where nobody is: the same face that its scripts draw, there without them too. */
export function unheaded(html: string, language: Language): string {
  const words = WORDS[language];
  const plain = `<noscript><div class="no-script"><h1>${escaped(words.nobody)}</h1><p>${escaped(words.nobodyText)}</p></div></noscript>`;
  return put(html, language, words.nobody, [named('name', 'robots', 'noindex')], plain);
}

/** Text is put in by functions: a `$&` in somebody's name is no pattern. */
function put(html: string, language: Language, title: string, tags: ReadonlyArray<string>, plain: string): string {
  const head = [`<title>${escaped(title)}</title>`, ...tags].join('\n    ');
  return html
    .replace(/<html lang="\w+">/, () => `<html lang="${language}">`)
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="book"></div>', () => `<div id="book"></div>\n    ${plain}`);
}

function named(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escaped(content)}" />`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** One line of at most `most` signs, cut at a word where there is one. */
function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = Array.from(line);
  if (signs.length <= most) return line;
  const short = signs.slice(0, most - 1).join('');
  return `${short.replace(/\s+\S{0,20}$/, '')}…`;
}
