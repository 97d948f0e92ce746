import { openFolder } from '../app/booking-given.ts';
import { searchStoreContract } from '../contract/search-store.ts';

searchStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
