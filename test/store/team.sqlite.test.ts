import { openFolder } from '../app/booking-given.ts';
import { teamStoreContract } from '../contract/team-store.ts';

teamStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
