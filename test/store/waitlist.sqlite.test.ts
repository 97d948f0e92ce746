import { openFolder } from '../app/booking-given.ts';
import { waitlistStoreContract } from '../contract/waitlist-store.ts';

waitlistStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
