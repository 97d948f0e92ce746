import { openFolder } from '../app/booking-given.ts';
import { peopleStoreContract } from '../contract/people-store.ts';

peopleStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
