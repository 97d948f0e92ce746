import { openFolder } from '../app/booking-given.ts';
import { bookingStoreContract } from '../contract/booking-store.ts';

bookingStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
