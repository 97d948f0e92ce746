import { openFolder } from '../app/booking-given.ts';
import { longListsStoreContract } from '../contract/long-lists-store.ts';

longListsStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
