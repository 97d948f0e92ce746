import { openFolder } from '../app/booking-given.ts';
import { eligibilityStoreContract } from '../contract/eligibility-store.ts';

eligibilityStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
