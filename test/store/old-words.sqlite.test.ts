import { openFolder } from '../app/booking-given.ts';
import { oldWordsStoreContract } from '../contract/old-words-store.ts';

oldWordsStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
