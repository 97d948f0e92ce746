import { openFolder } from '../app/booking-given.ts';
import { eraseStoreContract } from '../contract/erase-store.ts';

eraseStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
