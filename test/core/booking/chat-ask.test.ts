import { expect, test } from 'vitest';
import { chatAskOf, chatLimit, offerNamed } from '../../../server/core/booking/chat-ask.ts';
import { codeOf } from '../../../server/core/booking/chat-code.ts';
import { Service } from '../../../shared/booking.ts';
import { CODE_LETTERS, readChatCode } from '../../../shared/chat-code.ts';
import { ChatWord, FIRST_CHAT_WORD } from '../../../shared/chat-word.ts';
import type { JournalEntry } from '../../../shared/events.ts';
import { givenService } from '../../app/booking-given.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const ON = { ...FIRST_CHAT_WORD, on: true };

function typed(text: string, changes: Partial<JournalEntry> = {}): JournalEntry {
  const entry = { seq: 1, id: 'e1', source: 'tiktok:@creator', type: 'chat', at: '2026-11-22T12:00:00Z' };
  return { ...entry, user: { id: 'u1', name: 'Ann' }, chat: { text }, ...changes } as JournalEntry;
}
const askOf = (text: string, changes?: Partial<JournalEntry>) => chatAskOf(typed(text, changes), ON, NOON);

test('[OD1] a word is compared letter by letter, whatever its case; it is never a pattern', () => {
  expect(askOf('!BOOK')).toMatchObject({ viewer: 'u1', name: 'Ann', language: 'en', offer: '' });
  expect(askOf('  !book   CV Check ')).toMatchObject({ offer: 'cv check' });
  expect(askOf('!buchen')?.language).toBe('de');
  for (const other of ['book', '!booking', 'I say !book', '!b00k', '', 'xbook']) expect(askOf(other)).toBeNull();
  const odd = { ...ON, words: { ...ON.words, en: ['(a+)+$', '.*'] } };
  expect(chatAskOf(typed('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), odd, NOON)).toBeNull();
  expect(chatAskOf(typed('.*'), odd, NOON)?.language).toBe('en');
});

test('[OD1] a word of two languages is read in the one that the platform names', () => {
  const both = { ...ON, words: { ...ON.words, de: ['!book'], nl: ['!book'] } };
  const said = (language?: string) =>
    chatAskOf(typed('!book', { chat: { text: '!book', ...(language ? { language } : {}) } } as never), both, NOON);
  expect(said('nl-NL')?.language).toBe('nl');
  expect(said('fr')?.language).toBe('en');
  expect(said()?.language).toBe('en');
});

test('[OD2] nothing is heard while it is off, of chat older than 30 seconds, or of anything recorded', () => {
  expect(chatAskOf(typed('!book'), FIRST_CHAT_WORD, NOON)).toBeNull();
  expect(askOf('!book', { at: '2026-11-22T11:59:31Z' })).not.toBeNull();
  expect(askOf('!book', { at: '2026-11-22T11:59:29Z' })).toBeNull();
  expect(askOf('!book', { at: '2026-11-22T12:00:31Z' })).toBeNull();
  for (const source of ['replay:web.bin', 'replay:web.bin#2', 'demo', 'demo#3']) {
    expect(askOf('!book', { source })).toBeNull();
  }
});

test('[OD3] the text names an offer by number, short name, title or the beginning of one; none is guessed', () => {
  const service = (id: string, slug: string, en: string, de: string): Service =>
    Service.parse({ ...givenService({ slug, title: { en, de } }), id });
  const offers = [service('a', 'cv-check', 'CV check', 'Lebenslauf'), service('b', 'talk', 'Talk', 'Gespräch')];
  const named = (text: string) => offerNamed(offers, text)?.id ?? null;
  expect([named(''), named('1'), named('2'), named('3')]).toEqual(['a', 'a', 'b', null]);
  expect([named('talk'), named('gespräch'), named('cv'), named('lebens')]).toEqual(['b', 'b', 'a', 'a']);
  expect([named('please'), named('c')]).toEqual([null, 'a']);
  expect(offerNamed(offers.slice(0, 1), 'please')?.id).toBe('a');
  expect(offerNamed([], '')).toBeNull();
});

test('[OD4] a viewer has one hold at a time, waits before the next, and a session has so many', () => {
  const none = { inSession: 0, lastOfViewer: null, alive: false, known: false };
  const limit = (facts: object) => chatLimit({ ...none, ...facts }, ON, NOON);
  expect(limit({})).toBeNull();
  expect(limit({ known: true })).toBe('known-event');
  expect(limit({ alive: true, lastOfViewer: NOON - 3_600_000 })).toBe('has-one');
  expect(limit({ lastOfViewer: NOON - 15 * 60_000 + 1 })).toBe('cooling-down');
  expect(limit({ lastOfViewer: NOON - 15 * 60_000 })).toBeNull();
  expect(limit({ inSession: 19 })).toBeNull();
  expect(limit({ inSession: 20 })).toBe('session-full');
});

test('[OD5] codes are four letters that look like no other sign, and are read however they are typed', () => {
  for (const unclear of 'AEIOU01258BDGLQSZ') expect(CODE_LETTERS).not.toContain(unclear);
  const code = codeOf(Uint8Array.from([0, 13, 14, 255]));
  expect(code).toMatch(/^[CFHJKMNPRTVWXY]{4}$/);
  expect([readChatCode('kfrt'), readChatCode(' K-F R.t ')]).toEqual(['KFRT', 'KFRT']);
  for (const no of ['KFR', 'KFRTT', 'KAFR', '', 'KFR1', 'x'.repeat(1000)]) expect(readChatCode(no)).toBeNull();
});

test('[OD1] a word to choose has 2 to 30 letters without a space, and there has to be one', () => {
  const words = (en: string[]) => ChatWord.safeParse({ ...ON, words: { en, de: [], nl: [], nb: [] } });
  expect(words([' !Book ']).data?.words.en).toEqual(['!book']);
  for (const bad of [[], ['!'], ['two words'], ['x'.repeat(31)], ['a\u0000b']]) expect(words(bad).success).toBe(false);
});
