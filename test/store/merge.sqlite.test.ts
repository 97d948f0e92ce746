import { openFolder } from '../app/booking-given.ts';
import { mergeStoreContract } from '../contract/merge-store.ts';

mergeStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
