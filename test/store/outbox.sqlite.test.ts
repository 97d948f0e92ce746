import { openFolder } from '../app/booking-given.ts';
import { outboxStoreContract } from '../contract/outbox-store.ts';

outboxStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
