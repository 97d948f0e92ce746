import { expect, test } from 'vitest';
import { foundReplies, slashAt } from '../../../overlay/desk/prepared.ts';
import { filledFor } from '../../../shared/filled-reply.ts';
import { asked } from './sample-request.ts';

test('[DP130] a slash at the start or after a space begins a search up to the caret; within a word it is a slash', () => {
  expect(slashAt('/tha', 4)).toEqual({ from: 0, to: 4, query: 'tha' });
  expect(slashAt('Hei! /pr og mer', 8)).toEqual({ from: 5, to: 8, query: 'pr' });
  expect(slashAt('Hei\n/', 5)).toEqual({ from: 4, to: 5, query: '' });
  for (const [text, caret] of [
    ['and/or', 6],
    ['1 / 2', 5],
    ['/a\nb', 4],
    [`/${'x'.repeat(40)}`, 41],
    ['text', 4],
  ] as const)
    expect([text, slashAt(text, caret)]).toEqual([text, null]);
});

test('[DP130] prepared replies are found by name before text, each word anywhere, whatever case or accents', () => {
  const reply = (id: string, text: string) => ({ id, name: id, texts: { en: text } });
  const all = [reply('Later', 'the price is'), reply('Prîce list', 'x'), reply('Other', 'y')];
  expect(foundReplies(all, 'PRICE').map(({ id }) => id)).toEqual(['Prîce list', 'Later']);
  expect(foundReplies(all, 'list pri').map(({ id }) => id)).toEqual(['Prîce list']);
  expect(foundReplies(all, '')).toHaveLength(3);
});

test('[DP311] what costs nothing is free of charge in the viewer’s language', () => {
  const reply = { texts: { en: 'Price: {price|see the page}', de: 'Preis: {price|siehe Seite}' } };
  const free = { ...asked({}).terms, price: { minor: 0, currency: 'EUR' } };
  const about = { creator: 'Ada', link: null };
  expect(filledFor(reply, asked({ terms: free, language: 'de' }), about).text).toBe('Preis: kostenlos');
  expect(filledFor(reply, asked({ terms: free, language: 'en' }), about).text).toBe('Price: free of charge');
});

test('[DP130] a reply is filled in the viewer’s language, with the time on the viewer’s clock and no amount that is not shown', () => {
  const reply = {
    id: 'r',
    name: 'r',
    texts: { en: 'EN', nb: 'Hei {name}, {offer} {time|snart} {price|se siden} {link|profilen} {creator|vi}' },
  };
  const filled = filledFor(reply, asked({ zone: 'America/New_York' }), { creator: 'Ada', link: null });
  expect(filled.language).toBe('nb');
  expect(filled.text).toMatch(/^Hei Åse, CV check tir\. 24\. nov\., 12:30 \(New York, .+\) se siden profilen Ada$/);
  expect(filledFor(reply, asked({ start: null }), { creator: '', link: 'https://x/@a' }).text).toBe(
    'Hei Åse, CV check snart se siden https://x/@a vi',
  );
});
