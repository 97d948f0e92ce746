import { expect, test } from 'vitest';
import { checklist, unsettled } from '../../../overlay/studio/model/eligibility.ts';
import { fieldsOf, toDraft, withQuestion, wrongInPrice } from '../../../overlay/studio/model/service-draft.ts';
import type { ServiceFields } from '../../../overlay/studio/model/service-fields.ts';
import { completeLink } from '../../../overlay/studio/model/typed-link.ts';
import { Service } from '../../../shared/booking.ts';

const FULL = Service.parse({
  id: 's',
  slug: 'cv-check',
  kind: 'local',
  title: { en: 'CV check', nb: 'CV-sjekk' },
  summary: { en: 'Short' },
  description: { en: 'Long', de: 'Lang' },
  minutes: 45,
  price: { minor: 4550, currency: 'EUR' },
  capacity: 3,
  dailyCap: 4,
  place: { type: 'on-site', area: 'Berlin' },
  regions: ['DE', 'NO'],
  prices: [{ region: 'NO', price: { minor: 50_000, currency: 'NOK' } }],
  questions: [{ id: 'goal', label: { en: 'What for?' }, required: true }],
  deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/x' },
  adultsOnly: false,
  waitlist: false,
  noLicenceNeeded: true,
});

function wrongIn(changes: Partial<ServiceFields>): readonly string[] {
  const read = toDraft({ ...fieldsOf(FULL), ...changes });
  return 'wrong' in read ? read.wrong : [];
}

test('[SU120] opening a service and saving it changes nothing of it, whatever terms it has', () => {
  const read = toDraft(fieldsOf(FULL));
  expect('draft' in read && Service.parse({ id: 's', ...read.draft })).toEqual(FULL);
  for (const place of [
    { type: 'video', joinUrl: 'https://call.example/1' },
    { type: 'phone', phone: '+49 30 1234567' },
    { type: 'chat' },
  ]) {
    const other = Service.parse({ ...FULL, place });
    const again = toDraft(fieldsOf(other));
    expect('draft' in again && again.draft.place).toEqual(place);
  }
});

test('[BK275] the form of a product needs its link and nothing that only times need', () => {
  const product = {
    kind: 'ecommerce',
    minutes: '',
    area: '',
    asksDeposit: true,
    deposit: '',
    link: ' https://a.example/x ',
  } as const;
  const read = toDraft({ ...fieldsOf(FULL), ...product });
  expect('draft' in read && Service.parse({ id: 's', ...read.draft })).toMatchObject({
    ...{ kind: 'ecommerce', link: 'https://a.example/x', title: FULL.title, price: FULL.price, regions: FULL.regions },
    ...{ deposit: null, questions: [], capacity: 1, place: { type: 'video' } },
  });
  for (const link of ['', 'http://a.example', 'our shop', 'https://you:me@a.example'])
    expect([link, wrongIn({ ...product, link })]).toEqual([link, ['link']]);
  const back = toDraft({ ...fieldsOf(FULL), link: 'https://a.example/x' });
  expect('draft' in back && back.draft.link).toBeNull();
});

test('[SU120] a deposit that a script set in another currency stays in it', () => {
  const other = Service.parse({ ...FULL, deposit: { amount: { minor: 9900, currency: 'NOK' } } });
  const read = toDraft(fieldsOf(other));
  expect('draft' in read && read.draft.deposit).toEqual({ amount: { minor: 9900, currency: 'NOK' } });
});

test('[SU229] [BK210] a country with a price of its own can have a deposit and a payment link of its own, in its money and not above its price', () => {
  const price = { minor: 50_000, currency: 'NOK' };
  const other = Service.parse({
    ...FULL,
    prices: [{ region: 'NO', price, deposit: { minor: 9900, currency: 'NOK' }, paymentUrl: 'https://pay.example/no' }],
  });
  const read = toDraft(fieldsOf(other));
  expect('draft' in read && read.draft.prices).toEqual(other.prices);
  const [row] = fieldsOf(other).prices;
  const paymentUrl = 'https://pay.example/no';
  expect(row).toEqual({ region: 'NO', price: '500', deposit: '99', currency: 'NOK', paymentUrl });
  const wrong = [{ region: 'NO', price: '500', deposit: '501', currency: 'NOK', paymentUrl: ' ' }];
  expect(wrongIn({ prices: wrong })).toEqual(['prices']);
  expect(wrongIn({ prices: wrong, asksDeposit: false })).toEqual([]);
  const rows = fieldsOf(other).prices.map((one) => ({ ...one, deposit: '' }));
  const linkAlone = toDraft({ ...fieldsOf(other), prices: rows });
  expect('draft' in linkAlone && linkAlone.draft.prices).toEqual([{ region: 'NO', price, paymentUrl }]);
});

test('[SU121] what a term still lacks is named before anything is sent', () => {
  expect(wrongIn({ area: ' ' })).toEqual(['area']);
  expect(wrongIn({ area: '', place: 'chat' })).toEqual([]);
  expect(wrongIn({ prices: [{ region: '', price: '5', deposit: '', currency: 'EUR', paymentUrl: '' }] })).toEqual([
    'prices',
  ]);
  const twice = { region: 'NO', price: '5', deposit: '', currency: 'NOK', paymentUrl: '' };
  expect(wrongIn({ prices: [twice, twice] })).toEqual(['prices']);
  expect(wrongIn({ questions: withQuestion([]) })).toEqual(['questions']);
  expect(wrongIn({ deposit: '45.51' })).toEqual(['deposit']);
  expect(wrongIn({ deposit: '0' })).toEqual(['deposit']);
  expect(wrongIn({ deposit: '', asksDeposit: false })).toEqual([]);
});

test('[SU370] of the prices of countries the very field to mend is named', () => {
  const row = { region: 'NO', price: '500', deposit: '', currency: 'NOK', paymentUrl: '' };
  const at = (...prices: (typeof row)[]) => wrongInPrice({ ...fieldsOf(FULL), prices }, prices.length - 1);
  expect(at(row)).toEqual([]);
  expect(at({ ...row, region: '' })).toEqual(['region']);
  expect(at(row, { ...row, price: '400' })).toEqual(['region']);
  expect(at({ ...row, price: 'much' })).toEqual(['price']);
  expect(at({ ...row, deposit: '501' })).toEqual(['deposit']);
  expect(at({ ...row, region: '', deposit: '501', paymentUrl: 'my page' })).toEqual([
    'region',
    'deposit',
    'paymentUrl',
  ]);
});

test('[SU526] a link without its https:// is sent with it, and what is no address is named with all else that is wrong', () => {
  const video = { place: 'video', joinUrl: 'meet.example.com/maya' } as const;
  const read = toDraft({ ...fieldsOf(FULL), ...video, paymentUrl: ' paypal.me/maya ' });
  expect('draft' in read && [read.draft.place, read.draft.deposit?.paymentUrl]).toEqual([
    { type: 'video', joinUrl: 'https://meet.example.com/maya' },
    'https://paypal.me/maya',
  ]);
  const product = toDraft({ ...fieldsOf(FULL), kind: 'ecommerce', link: 'shop.example.com/a?b=c' });
  expect('draft' in product && product.draft.link).toBe('https://shop.example.com/a?b=c');
  expect(wrongIn({ ...video, joinUrl: 'on zoom', paymentUrl: 'my paypal', deposit: '0', minutes: '3' })).toEqual([
    'minutes',
    'joinUrl',
    'deposit',
    'paymentUrl',
  ]);
  expect(wrongIn({ ...video, place: 'chat', joinUrl: 'on zoom', asksDeposit: false, paymentUrl: 'my paypal' })).toEqual(
    [],
  );
});

test.each([
  ['paypal.me/maya', 'https://paypal.me/maya'],
  ['www.example.com', 'https://www.example.com'],
  ['example.com:8443/x', 'https://example.com:8443/x'],
  ['münchen.example/über', 'https://münchen.example/über'],
  ['http://example.com', 'http://example.com'],
  ['HTTPS://example.com', 'HTTPS://example.com'],
  ['mailto:maya@example.com', 'mailto:maya@example.com'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['maya@paypal.com', 'maya@paypal.com'],
  ['my paypal', 'my paypal'],
  ['paypal', 'paypal'],
  ['3.50', '3.50'],
  ['', ''],
])('[SU526] of what is typed for a link, %j is sent as %j', (typed, sent) => {
  expect(completeLink(typed)).toBe(sent);
});

test('[SU121] a new question gets an id that none has, also after one was removed', () => {
  const three = withQuestion(withQuestion(withQuestion([])));
  const again = withQuestion(three.filter(({ id }) => id !== 'question-2'));
  expect(new Set(again.map(({ id }) => id)).size).toBe(3);
});

test('[SU122] the checklist fails on any licence that is open, and names the services', () => {
  const path = (slug: string) => `services.${slug}.licences.DE.tax-advice`;
  const missing = [
    { path: path('a'), why: 'licence-never' as const, message: '' },
    { path: path('a'), why: 'licence-activity' as const, message: '' },
    { path: 'services.b.noLicenceNeeded', why: 'licence-unconfirmed' as const, message: '' },
  ];
  expect(checklist(missing, true, 2).filter(({ holds }) => !holds)).toMatchObject([{ point: 'licence' }]);
  expect(unsettled(missing)).toEqual(['a', 'b']);
});
