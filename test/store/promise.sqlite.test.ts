import { openFolder } from '../app/booking-given.ts';
import { promiseStoreContract } from '../contract/promise-store.ts';

promiseStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
