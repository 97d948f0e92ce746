import { openFolder } from '../app/booking-given.ts';
import { paidStoreContract } from '../contract/paid-store.ts';

paidStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
