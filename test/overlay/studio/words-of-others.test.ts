import { expect, test } from 'vitest';
import { whatOf, whyOf } from '../../../overlay/studio/model/act-words.ts';
import { checklist } from '../../../overlay/studio/model/eligibility.ts';
import { faultWord } from '../../../overlay/studio/model/fault-word.ts';
import { changeRule, newRule } from '../../../overlay/studio/model/rule-draft.ts';
import { lacking } from '../../../overlay/studio/model/rule-faults.ts';
import { fieldsOf, toDraft, withTitle } from '../../../overlay/studio/model/service-draft.ts';
import { adviceFor, specOf } from '../../../overlay/studio/model/source-advice.ts';
import { ServiceDraft } from '../../../shared/booking.ts';
import { countriesIn } from '../../../shared/countries.ts';
import { LANGUAGES } from '../../../shared/local-text.ts';
import { studio } from '../../../shared/locales/en/studio.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';

test('[SU15] each word that the catalogue has a sentence for is known to the page', () => {
  for (const word of Object.keys(studio.source.why)) expect(adviceFor(word)).toBe(word);
  for (const word of Object.keys(studio.scenes.what)) expect(whatOf(word)).toBe(word);
  for (const word of Object.keys(studio.scenes.why)) expect(whyOf(word)).toBe(word);
});

test('[SU15] a word from a newer source has no sentence of the page', () => {
  expect(adviceFor('solar-storm')).toBe(null);
  expect(adviceFor(undefined)).toBe(null);
  expect(adviceFor('toString')).toBe(null);
});

test('[SU15] a source is started anew by its SPEC, a recording only by the command line', () => {
  expect(specOf('tiktok:@sample')).toBe('tiktok:@sample');
  expect(specOf('tikfinity:127.0.0.1:21213')).toBe('tikfinity:ws://127.0.0.1:21213/');
  expect(specOf('replay:web.bin')).toBe(null);
});

test('[SU16] the short name follows the title until it was typed by hand', () => {
  const titled = withTitle(fieldsOf(null), 'de', 'Stimme für Anfänger');
  expect(titled.slug).toBe('stimme-fuer-anfaenger');
  const typed = { ...titled, slug: 'voice', slugTyped: true };
  expect(withTitle(typed, 'de', 'Stimme').slug).toBe('voice');
});

test('[SU16] nothing is sent before title, length and price are there', () => {
  expect(toDraft({ ...fieldsOf(null), minutes: '3' })).toEqual({ wrong: ['title', 'price', 'minutes'] });
});

test('[SU16] a form that is whole is what the server takes', () => {
  const read = toDraft({ ...withTitle(fieldsOf(null), 'en', 'CV check'), price: '45,50' });
  if ('wrong' in read) throw new Error(read.wrong.join());
  expect(ServiceDraft.parse(read.draft)).toMatchObject(read.draft);
  expect(read.draft).toMatchObject({ slug: 'cv-check', price: { minor: 4550, currency: 'EUR' } });
});

test('[SU17] a new rule takes the scene that sounds like a celebration and is one that the server takes', () => {
  const rule = newRule('r1', 'Big gift', ['Main', 'Celebration', 'BRB']);
  expect(rule.actions[0]).toMatchObject({ scene: 'Celebration' });
  expect(SceneRule.parse(rule)).toEqual(rule);
  expect(lacking([rule])).toEqual([]);
  expect(lacking(changeRule([rule], 'r1', { name: ' ' }))).toEqual(['rule-name']);
  expect(lacking([newRule('r2', 'Big gift', [])])).toEqual(['scene']);
});

test('[SU18] every point of the check is listed, the missing ones as open', () => {
  const points = checklist([{ path: 'proofs', why: 'no-proof', message: '' }], true, 1);
  expect(points.filter((point) => !point.holds).map((point) => point.point)).toEqual(['proof']);
  expect(checklist([], false, 1).every((point) => !point.holds)).toBe(true);
  for (const { point, why } of points) {
    expect(studio.bio.point[point]).not.toBe('');
    expect(studio.bio.fix[why]).not.toBe('');
  }
});

test('[SU28] without a service, the point of the licence does not hold and says why', () => {
  expect(checklist([], true, 0).filter((point) => !point.holds)).toEqual([
    { point: 'licence', why: 'no-service', holds: false },
  ]);
});

test('[SU25] a fault is said in the words of its field, wherever in the field it is', () => {
  expect(faultWord('proofs.0.url')).toBe('proofUrl');
  expect(faultWord('proofs.12.title')).toBe('proofTitle');
  expect(faultWord('price.minor')).toBe('price');
  expect(faultWord('translations.de.skills.3')).toBe('skills');
  expect(faultWord('bufferAfterMinutes')).toBe('number');
  expect(faultWord('a.field.of.tomorrow')).toBe('other');
});

test('[SU523] a handle or an address of a bridge that is none has a sentence of its own', () => {
  expect(faultWord('tiktokHandle')).toBe('tiktokHandle');
  expect(faultWord('spec')).toBe('spec');
});

test('[SU29] every country of the list has a name in each language, and the list follows that alphabet', () => {
  for (const language of LANGUAGES) {
    const countries = countriesIn(language);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(249);
    expect(countries.filter(({ code, name }) => name === code)).toEqual([]);
  }
  expect(countriesIn('de').find(({ code }) => code === 'DE')?.name).toBe('Deutschland');
  const german = countriesIn('de').map(({ name }) => name);
  expect(german.indexOf('Ägypten')).toBeLessThan(german.indexOf('Belgien'));
});

test('[SU16] a new service takes no time beside its own', () => {
  expect(fieldsOf(null)).toMatchObject({ bufferBeforeMinutes: '0', bufferAfterMinutes: '0' });
});
