import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { givenDraft, givenService, granted, OWNER, publish, secretIn } from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

/** What the desk's search finds on every store. `open` gives an empty one. */
export function searchStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`searching on ${name}`, () => {
    let opened: OpenedStores;
    let booking: Booking;
    let service: string;

    beforeEach(async () => {
      ({ opened, booking } = await twoPrograms(open));
      [service = ''] = await publish(booking, [givenService({ title: { en: 'CV check', nb: 'Søknadshjelp' } })]);
    });
    afterEach(() => opened.close());

    async function asks(name: string, message: string) {
      return granted(await booking.viewers.ask('creator', givenDraft({ service, name, message }), null));
    }
    const find = (search: string) => booking.views.searchDesk(search);

    test('[DK120] each word is found in name, thread or title, whatever its case or accents, and all must stand there', async () => {
      const ase = (await asks('Åse Ødegård', 'Wie läuft die STRASSE?')).id;
      const bo = (await asks('Bo', 'Hallo')).id;
      granted(await booking.desk.act(bo, { type: 'reply', text: 'Bring your Lebenslauf' }, OWNER));
      granted(await booking.desk.act(bo, { type: 'note', text: 'a regular' }, OWNER));
      for (const search of ['ase', 'ÅSE', 'odegard', 'straße', 'lauft ase']) expect(await find(search)).toEqual([ase]);
      for (const search of ['lebens', 'regular', 'bo lauf cv']) expect(await find(search)).toEqual([bo]);
      expect((await find('soknad')).sort()).toEqual([ase, bo].sort());
      for (const search of ['ase lebenslauf', 'nobody', '', ' ']) expect(await find(search)).toEqual([]);
    });

    test('[DK120] a sign of the store’s patterns means itself', async () => {
      const sale = (await asks('Sale', '100% off_er \\ today')).id;
      await asks('Other', '1000 offers today');
      for (const search of ['0%', 'f_e', '\\']) expect(await find(search)).toEqual([sale]);
    });

    test('[DK120] who erased the own data is found by none of it', async () => {
      const made = await asks('Canary', 'canary');
      granted(await booking.viewers.erase(secretIn(made.thread)));
      expect(await find('canary')).toEqual([]);
    });

    test('[DK120] what an older Cuedesk took is found too', async () => {
      const { id } = await asks('Åse', 'An old letter');
      const { db } = opened.stores[0];
      await migrateTo(db, '0021-blocks');
      await migrateUp(db);
      expect(await find('ase letter')).toEqual([id]);
    });
  });
}
