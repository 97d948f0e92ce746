import { openFolder } from '../app/booking-given.ts';
import { blocksStoreContract } from '../contract/blocks-store.ts';

blocksStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
