import { openFolder } from '../app/booking-given.ts';
import { doorsStoreContract } from '../contract/doors-store.ts';

doorsStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
