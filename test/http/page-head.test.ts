import { expect, test } from 'vitest';
import { headed, unheaded, wantedLanguage } from '../../server/http/page-head.ts';
import type { PublicPage } from '../../shared/public-page.ts';

const HTML = '<html lang="en"><head><title>Cuedesk</title></head><body><div id="book"></div></body></html>';
const page: PublicPage = {
  handle: 'creator',
  name: 'Mo "$&" <b>',
  headline: '',
  about: '',
  skills: [],
  translations: {},
  languages: ['en'],
  region: 'DE',
  zone: 'Europe/Berlin',
  keep: null,
  mails: false,
  portrait: null,
  pictures: [],
  proofs: [],
  services: [],
};
const made = (changed: Partial<PublicPage>) =>
  headed(HTML, { ...page, ...changed }, null, 'de', 'https://book.example');

test('[VP38] a link says who is there in the language of the reader, with the address to be kept', () => {
  const html = made({ name: 'Lena', about: 'Hilft bei Bewerbungen.' });
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<title>Termin bei Lena</title>');
  expect(html).toContain('<meta property="og:title" content="Termin bei Lena" />');
  expect(html).toContain('<meta name="description" content="Hilft bei Bewerbungen." />');
  expect(html).toContain('<link rel="canonical" href="https://book.example/@creator" />');
});

test('[BK214] a link says the headline and the words about in the language of the reader, where they are written in it', () => {
  const html = made({
    name: 'Lena',
    headline: 'Career coach',
    about: 'Forty CVs a week.',
    translations: {
      de: { headline: 'Karriere-Coach', about: '', skills: [] },
      nl: { headline: 'Loopbaancoach', about: '', skills: [] },
    },
  });
  expect(html).toContain('<title>Lena: Karriere-Coach</title>');
  expect(html).toContain('<meta name="description" content="Forty CVs a week." />');
});

test('[VP38] a name is text, whatever signs it has', () => {
  const html = made({});
  expect(html).toContain('Mo &quot;$&amp;&quot; &lt;b&gt;');
  expect(html).not.toContain('<b>');
});

test('[VP52] the page has its own data with it, and no text of it can end the block or be run', () => {
  const html = made({ about: '</script><script>alert(1)</script>' });
  const block = /<script type="application\/json" id="public-page">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual({ ...page, about: '</script><script>alert(1)</script>' });
  expect(html.match(/<script/g)).toHaveLength(1);
});

test('[VP38] a portrait is shown by its whole address, and long words are cut', () => {
  const portrait = { url: '/pictures/0a.webp', width: 600, height: 600, alt: '' };
  const html = made({ portrait, about: 'word '.repeat(200) });
  expect(html).toContain('<meta property="og:image" content="https://book.example/pictures/0a.webp" />');
  expect(/name="description" content="([^"]*)"/.exec(html)?.[1]?.length).toBeLessThanOrEqual(200);
});

test('[VP103] without a portrait the link shows a picture that is drawn here, under another address for other words', () => {
  const urlOf = (html: string) => /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const html = made({ name: 'Lena', headline: 'Helps' });
  expect(urlOf(html)).toMatch(/^https:\/\/book\.example\/share\/creator\.png\?v=[0-9a-f]{12}$/);
  expect(html).toContain('<meta property="og:image:width" content="1200" />');
  expect(html).toContain('<meta property="og:image:alt" content="Lena: Helps" />');
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image" />');
  expect(urlOf(made({ name: 'Lena', headline: 'Helps others' }))).not.toBe(urlOf(html));
  expect(urlOf(made({ name: 'Lena', headline: 'Helps', about: 'Ten years' }))).toBe(urlOf(html));
});

test('[VP38] the language is the best that the browser asks for and Cuedesk speaks', () => {
  expect(wantedLanguage('fr, nn;q=0.8, de;q=0.9')).toBe('de');
  expect(wantedLanguage('nl;q=0, nn')).toBe('nb');
  expect(wantedLanguage(undefined)).toBe('en');
});

test('[VP39] a handle of nobody has a plain face, not to be found by searches', () => {
  const html = unheaded(HTML, 'nl');
  expect(html).toContain('<meta name="robots" content="noindex" />');
  expect(html).toContain('<noscript><div class="no-script"><h1>Hier is niets</h1>');
});
