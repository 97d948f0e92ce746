import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { isRefusal } from '../../server/core/decision.ts';
import { readEligibility } from '../../server/store/eligibility.ts';
import type { Store } from '../../server/store/store.ts';
import {
  BIO,
  bookingOn,
  givenDraft,
  givenService,
  granted,
  openFolder,
  publish,
  startClock,
  whyOf,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let booking: Booking;
beforeEach(async () => {
  ({ store, close } = await openFolder());
  booking = bookingOn(store, startClock());
});
afterEach(() => close());

const COACHING = givenService({ slug: 'coaching', title: { en: 'Life coaching' } });
const WORD = { region: 'DE', activity: 'life-counselling', name: 'Ada Creator' };

async function shown(): Promise<string[]> {
  return granted(await booking.offers.publicPage('creator'))
    .services.map(({ slug }) => slug)
    .toSorted();
}

test('[BK79] a regulated offer is not public before it is confirmed by name, is then, and is not any more once its text changes', async () => {
  await publish(booking, [givenService()]);
  const { id } = granted(await booking.offers.addService(COACHING));
  expect(await shown()).toEqual(['cv-check']);
  expect(whyOf(await booking.views.slots('creator', 'coaching', { from: null, to: null }))).toBe('not-found');
  expect(whyOf(await booking.viewers.ask('creator', givenDraft({ service: id }), null))).toBe('not-found');

  const after = granted(await booking.offers.confirmLicence(id, WORD));
  expect(after).toMatchObject({ eligible: true, points: [{ confirmed: { by: 'Ada Creator' } }] });
  expect(await shown()).toEqual(['coaching', 'cv-check']);

  granted(await booking.offers.changeService(id, { ...COACHING, summary: { en: 'Life coaching, by phone' } }));
  expect(await shown()).toEqual(['cv-check']);
});

test('[BK79] publishing names each open point by a path that stays, and keeps by which rules it was done', async () => {
  const [id = ''] = await publishAll([COACHING]);
  const refused = await booking.offers.publish();
  expect(isRefusal(refused) && refused.issues?.map(({ path }) => path)).toEqual([
    'services.coaching.licences.DE.life-counselling',
  ]);
  granted(await booking.offers.confirmLicence(id, WORD));
  granted(await booking.offers.publish());
  expect(await readEligibility(store.db, 'local')).toMatchObject({
    ruleVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d(?:\.\d)?$/),
    region: 'DE',
    followers: { count: 1500, from: 'creator' },
    services: [{ service: id, points: [{ activity: 'life-counselling', confirmed: { by: 'Ada Creator' } }] }],
  });
});

test('[BK277] a service with an open point is left out by name and holds up none of the others', async () => {
  await publishAll([COACHING, givenService()]);
  expect(await booking.offers.bio()).toMatchObject({
    missing: [],
    leftOut: [{ path: 'services.coaching.licences.DE.life-counselling', why: 'licence-activity' }],
  });
  granted(await booking.offers.publish());
  const { services } = granted(await booking.offers.publicPage('creator'));
  expect(services.map(({ slug }) => slug)).toEqual(['cv-check']);
});

test('[BK279] it is known whether the draft says anything else than what is published', async () => {
  await publishAll([givenService()]);
  const changed = async () => (await booking.offers.bio()).changed;
  expect(await changed()).toBe(true);
  expect(granted(await booking.offers.publish()).changed).toBe(false);
  expect(granted(await booking.offers.setBio({ ...BIO, headline: 'Another' })).changed).toBe(true);
  granted(await booking.offers.setBio(BIO));
  expect(await changed()).toBe(false);
  granted(await booking.offers.unpublish());
  expect(await changed()).toBe(true);
});

test('[BK80] what is never without a licence cannot be confirmed, and neither can what the offer is not about', async () => {
  const [id = ''] = await publishAll([givenService({ slug: 'law', title: { de: 'Rechtsberatung' } })]);
  expect(whyOf(await booking.offers.confirmLicence(id, { ...WORD, activity: 'legal-advice' }))).toBe('licence-never');
  expect(whyOf(await booking.offers.confirmLicence(id, WORD))).toBe('not-found');
  expect(whyOf(await booking.offers.confirmLicence('nothing', WORD))).toBe('not-found');
  expect(whyOf(await booking.offers.publish())).toBe('not-eligible');
});

test('[BK77] what a source tells of followers counts for its own handle, whatever the creator typed, and is kept', async () => {
  await publishAll([givenService()]);
  await booking.offers.noteFollowers('Creator', 12);
  const state = await bookingOn(store, startClock()).offers.bio();
  expect(state.followersKnown).toMatchObject({ count: 12 });
  expect(state.missing.map(({ why }) => why)).toEqual(['too-few-followers']);
  await booking.offers.noteFollowers('somebody.else', 9);
  expect((await booking.offers.bio()).followersKnown).toBeNull();
});

test('[BK81] a bio and an offer that an older Cuedesk kept are read as they were meant', async () => {
  await publishAll([givenService()]);
  const { portrait: _, pictures: __, translations: ___, ...old } = BIO;
  const draft = JSON.stringify({ ...old, proofs: [{ title: 'Ten years', public: true }] });
  await store.db.updateTable('bio').set({ draft, published: draft }).execute();
  expect((await booking.offers.bio()).bio).toMatchObject({
    portrait: null,
    pictures: [],
    translations: {},
    proofs: [{ kind: 'link' }],
  });
  expect((await booking.offers.bio()).missing).toEqual([]);
});

/** Keeps bio and services without publishing them. */
async function publishAll(services: ReturnType<typeof givenService>[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of services) ids.push(granted(await booking.offers.addService(one)).id);
  granted(await booking.offers.setBio(BIO));
  return ids;
}
