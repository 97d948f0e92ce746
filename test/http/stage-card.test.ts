import { afterEach, beforeEach, expect, test } from 'vitest';
import { pinnedOffer } from '../../overlay/stage/widgets/pinned.tsx';
import { createStageCard, pinnedIn } from '../../server/app/stage-card.ts';
import { Bio } from '../../shared/booking.ts';
import { BIO, givenService, granted, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

const PINNED = { id: 'pinned', kind: 'pinned', title: 'Look', text: '', price: null, address: '' } as const;

const STAGE = { id: 'main', name: 'Stage', language: 'en', pinned: new Set<string>() } as const;

function openCard() {
  const { booking, codes, clock } = door;
  const address = { url: () => 'https://book.example', onChange: () => () => {} };
  return createStageCard({ booking, codes, address, clock: () => clock.now });
}

test('[BK214] a stage has the headline, skills and proofs in its language, where the creator wrote them in it', async () => {
  const proofs = [{ title: 'Ten years', titles: { de: 'Zehn Jahre' }, public: true }];
  const translations = { de: { headline: 'Lebensläufe, die gelesen werden', skills: ['Lebenslauf'] } };
  await publish(door.booking, [givenService()], Bio.parse({ ...BIO, skills: ['CV'], translations, proofs }));
  const card = openCard();
  const bioOf = async (language: 'de' | 'nl') => (await card.now({ ...STAGE, language }, null)).bio;
  expect(await bioOf('de')).toMatchObject({
    headline: 'Lebensläufe, die gelesen werden',
    skills: ['Lebenslauf'],
    proofs: ['Zehn Jahre'],
  });
  expect(await bioOf('nl')).toMatchObject({ headline: BIO.headline, skills: ['CV'], proofs: ['Ten years'] });
  const page = granted(await door.booking.offers.publicPage('creator'));
  expect(page.proofs).toMatchObject([{ title: 'Ten years', titles: { de: 'Zehn Jahre' } }]);
});

test('[ST194] what the first six public proofs say is on the stage, and nothing of one that is not public', async () => {
  const proofs = Array.from({ length: 8 }, (_, at) => ({ title: `Proof ${at}`, public: at !== 1 }));
  await publish(door.booking, [givenService()], Bio.parse({ ...BIO, proofs }));
  const { bio } = await openCard().now(STAGE, null);
  expect(bio?.proofs).toEqual([0, 2, 3, 4, 5, 6].map((at) => `Proof ${at}`));
});

test('[BK212] a card pinned to the last of nine offers carries its code, and the bio card has the first six', async () => {
  const slugs = Array.from({ length: 9 }, (_, at) => `offer-${at + 1}`);
  await publish(
    door.booking,
    slugs.map((slug) => givenService({ slug })),
  );
  const { booking, codes } = door;
  const card = openCard();
  const offersOn = async (pinned: ReadonlySet<string>) =>
    (await card.now({ ...STAGE, pinned }, null)).bio?.offers ?? [];
  const { services } = granted(await booking.offers.publicPage('creator'));
  const firstSix = services.slice(0, 6).map(({ slug }) => slug);
  const { id = '', slug: last = '' } = services.at(-1) ?? {};
  granted(await codes.make({ kind: 'offer', label: 'Last', service: id, scene: null, word: null, minutes: null }));

  expect((await offersOn(pinnedIn({ widgets: [] }))).map(({ slug }) => slug)).toEqual(firstSix);
  const pinned = pinnedIn({ widgets: [{ ...PINNED, offer: last }] });
  expect((await offersOn(pinned)).map(({ slug }) => slug)).toEqual([...firstSix, last]);
  const addressOnCard = async () => pinnedOffer(await offersOn(pinned), last)?.code?.address;
  expect(await addressOnCard()).toMatch(/^book\.example\/c\/[A-Z]{5}$/);

  granted(await booking.offers.changeService(id, givenService({ slug: 'another-name' })));
  expect(await addressOnCard()).toMatch(/^book\.example\/c\/[A-Z]{5}$/);
});

test('[BK276] a product has its code and price on the stage as other offers, and no length', async () => {
  const product = givenService({ slug: 'mug', kind: 'ecommerce', link: 'https://shop.example/mug' });
  const [mug = ''] = await publish(door.booking, [product, givenService()]);
  granted(await door.codes.make({ kind: 'offer', label: 'Mug', service: mug, scene: null, word: null, minutes: null }));
  const offers = (await openCard().now(STAGE, null)).bio?.offers ?? [];
  expect(offers.find(({ slug }) => slug === 'mug')).toMatchObject({
    ...{ minutes: null, price: product.price },
    code: { address: expect.stringMatching(/^book\.example\/c\//) },
  });
  expect(offers.find(({ slug }) => slug === 'cv-check')?.minutes).toBe(30);
});
