import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../server/core/decision.ts';
import {
  listConfirmations,
  readEligibility,
  writeConfirmation,
  writeEligibility,
} from '../../server/store/eligibility.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { ensureCreator, writeBioDraft } from '../../server/store/offers.ts';
import {
  deletePictures,
  listPictureSizes,
  listPictures,
  readPicture,
  writePicture,
} from '../../server/store/pictures.ts';
import type { Store } from '../../server/store/store.ts';
import { BIO, bookingOn, givenService, granted, MONDAY_TEN, publish, startClock } from '../app/booking-given.ts';
import type { OpenedStores } from './two-programs.ts';

const CREATOR = 'local';
const GIVEN = {
  service_id: 's',
  region: 'DE',
  activity: 'life-counselling',
  by_name: 'Ada',
  at: 1_795_000_000_000,
  rule_version: '2026-11-25',
  wording: 'f'.repeat(64),
};
/** Every byte there is, so that no store may take them for text. */
const BYTES = new Uint8Array(512).map((_, at) => at % 256);

/** What pictures and confirmations promise on every store. */
export function eligibilityStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`eligibility on ${name}`, () => {
    let opened: OpenedStores;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.stores[0];
      await store.transaction((tx) => ensureCreator(tx, CREATOR, 1));
    });
    afterEach(() => opened.close());

    test('[BK75] a later confirmation takes the place of an earlier one, and both stores read it alike', async () => {
      await store.transaction((tx) => writeConfirmation(tx, CREATOR, GIVEN));
      await store.transaction((tx) => writeConfirmation(tx, CREATOR, { ...GIVEN, by_name: 'Bea' }));
      expect(await listConfirmations(opened.stores[1].db, CREATOR)).toEqual([{ ...GIVEN, by_name: 'Bea' }]);
      expect(await listConfirmations(store.db, 'other')).toEqual([]);
    });

    test('[BK79] the result of the check is kept beside the bio', async () => {
      await store.transaction((tx) => writeBioDraft(tx, CREATOR, BIO, 1));
      expect(await readEligibility(store.db, CREATOR)).toBeNull();
      await store.transaction((tx) => writeEligibility(tx, CREATOR, { ruleVersion: 'x' }));
      expect(await readEligibility(store.db, CREATOR)).toEqual({ ruleVersion: 'x' });
    });

    test('[BK182] a handle of before leads to its creator until another takes it', async () => {
      const [ada, bea] = [bookingOn(store, startClock()), bookingOn(opened.stores[1], startClock(), 'other')];
      const nameOf = async (booking: typeof ada, handle: string) => {
        const page = await booking.offers.publicPage(handle);
        return isRefusal(page) ? page.why : `${page.name} @${page.handle}`;
      };
      const rename = async (handle: string) => {
        granted(await ada.offers.setBio({ ...BIO, handle }));
        granted(await ada.offers.publish());
      };
      const [cv = ''] = await publish(ada, [givenService({ slug: 'cv' })]);
      await rename('ada.now');
      expect(await nameOf(ada, 'creator')).toBe('Ada Creator @ada.now');
      expect(await nameOf(ada, '@Ada.Now')).toBe('Ada Creator @ada.now');
      // Who has the page open goes on booking.
      granted(await ada.viewers.hold('creator', cv, MONDAY_TEN));
      await rename('creator');
      expect(await nameOf(ada, 'ada.now')).toBe('Ada Creator @creator');
      await rename('ada.now');
      await publish(bea, [givenService({ slug: 'cv' })], { ...BIO, name: 'Bea', handle: 'creator' });
      expect([await nameOf(ada, 'creator'), await nameOf(bea, 'creator')]).toEqual(['not-found', 'Bea @creator']);
      expect(await nameOf(bea, 'ada.now')).toBe('not-found');
    });

    test('[BK206] a short name of before leads to its offer, for who books too, until another offer has it', async () => {
      const clock = startClock();
      const ada = bookingOn(store, clock);
      const [cv = '', talk = ''] = await publish(ada, [givenService({ slug: 'cv' }), givenService({ slug: 'talk' })]);
      const rename = (id: string, slug: string) => ada.offers.changeService(id, givenService({ slug }));
      granted(await rename(cv, 'cv-check'));
      granted(await rename(cv, 'cv-read'));
      const elsewhere = bookingOn(opened.stores[1], clock);
      expect(await elsewhere.offers.oldSlugs()).toEqual({ cv, 'cv-check': cv });
      expect([await ada.offers.slugNow('cv'), await ada.offers.slugNow('cv-check')]).toEqual(['cv-read', 'cv-read']);
      granted(await ada.viewers.hold('creator', 'cv', MONDAY_TEN));
      expect(isRefusal(await ada.views.slots('creator', 'cv-check', { from: null, to: null }))).toBe(false);
      // Back to a name that it had, and a name that it had to another offer.
      granted(await rename(cv, 'cv'));
      granted(await rename(talk, 'cv-check'));
      expect(await ada.offers.oldSlugs()).toEqual({ 'cv-read': cv, talk });
      granted(await ada.offers.addService(givenService({ slug: 'talk' })));
      expect(await ada.offers.slugNow('talk')).toBeNull();
      granted(await ada.offers.changeService(cv, givenService({ slug: 'cv-last' })));
      expect(await ada.offers.deleteService(cv)).toBeNull();
      expect([await ada.offers.slugNow('cv'), await ada.offers.slugNow('cv-read')]).toEqual([null, null]);
      expect(await bookingOn(store, clock, 'other').offers.oldSlugs()).toEqual({});
    });

    test('[BK85] a picture comes out of the store byte for byte, once however often it was sent, of its creator alone', async () => {
      const picture = { id: 'a'.repeat(32), width: 3, height: 2, bytes: BYTES };
      for (const at of [5, 7]) await store.transaction((tx) => writePicture(tx, CREATOR, picture, at));
      const kept = await readPicture(opened.stores[1].db, CREATOR, picture.id);
      expect([...(kept?.bytes ?? [])]).toEqual([...BYTES]);
      expect(await listPictureSizes(store.db, CREATOR)).toEqual([{ id: picture.id, width: 3, height: 2 }]);
      expect(await listPictures(store.db, CREATOR)).toEqual([{ id: picture.id, created_at: 7 }]);
      expect(await readPicture(store.db, 'other', picture.id)).toBeNull();
      await store.transaction((tx) => deletePictures(tx, CREATOR, [picture.id]));
      expect(await listPictures(store.db, CREATOR)).toEqual([]);
    });

    test('[BK79] the step of the schema goes down and up again, and the bio stays', async () => {
      await store.transaction((tx) => writeBioDraft(tx, CREATOR, BIO, 1));
      await migrateTo(store.db, '0005-terms');
      const tables = (await store.db.introspection.getTables()).map((table) => table.name);
      expect(tables).not.toContain('picture');
      await migrateUp(store.db);
      expect(await store.db.selectFrom('bio').select('creator_id').execute()).toHaveLength(1);
      expect(await listConfirmations(store.db, CREATOR)).toEqual([]);
    });
  });
}
