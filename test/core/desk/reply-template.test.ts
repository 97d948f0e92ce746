import { expect, test } from 'vitest';
import { FIRST_REPLIES } from '../../../server/core/desk/first-replies.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import { PreparedReply } from '../../../shared/prepared-replies.ts';
import { fillReply, replyFaults, replyText } from '../../../shared/reply-template.ts';

test('[DK150] a variable is filled in once, and words in its place stand where an ask has none', () => {
  const text = 'Hi {name}, {time|a time that suits you} for {offer}? { link | our page }';
  expect(fillReply(text, { name: 'Åse', offer: 'CV check', time: '' })).toBe(
    'Hi Åse, a time that suits you for CV check? our page',
  );
  expect(fillReply('Hi {name}, {offer}', { name: '{link|x} {offer}', offer: '$&' })).toBe('Hi {link|x} {offer}, $&');
});

test('[DK150] the text is the viewer’s language, else English, else the first there is, and says which', () => {
  expect(replyText({ en: 'Hi', nb: 'Hei' }, 'nb')).toEqual({ text: 'Hei', language: 'nb' });
  expect(replyText({ en: 'Hi', nb: 'Hei' }, 'de')).toEqual({ text: 'Hi', language: 'en' });
  expect(replyText({ nl: 'Hoi', nb: 'Hei' }, 'de')).toEqual({ text: 'Hoi', language: 'nl' });
});

test('[DK151] an unknown variable, one that needs words in its place, and a loose brace are each found', () => {
  expect(replyFaults('Hi {name} {offer}, {time|soon}')).toEqual([]);
  expect(replyFaults('{nmae} {time} {price|} {Name|x}')).toEqual([
    { why: 'unknown', name: 'nmae' },
    { why: 'no-fallback', name: 'time' },
    { why: 'no-fallback', name: 'price' },
    { why: 'unknown', name: 'Name' },
  ]);
  for (const loose of ['{', 'a } b', '{name', '{{name}}', '{na\nme}'])
    expect([loose, replyFaults(loose)]).toEqual([loose, [{ why: 'loose', name: '' }]]);
});

test('[DK151] the first set is in four languages, has no fault, and each of it has a name of its own', () => {
  expect(new Set(FIRST_REPLIES.map(({ name }) => name.toLowerCase())).size).toBe(FIRST_REPLIES.length);
  for (const reply of FIRST_REPLIES) {
    expect(PreparedReply.parse(reply)).toEqual(reply);
    for (const language of LANGUAGES) {
      const text = reply.texts[language] ?? '';
      expect([reply.id, language, text === '', replyFaults(text)]).toEqual([reply.id, language, false, []]);
    }
  }
});
