import { openFolder } from '../app/booking-given.ts';
import { snoozeStoreContract } from '../contract/snooze-store.ts';

snoozeStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
