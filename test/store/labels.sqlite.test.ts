import { openFolder } from '../app/booking-given.ts';
import { labelsStoreContract } from '../contract/labels-store.ts';

labelsStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
