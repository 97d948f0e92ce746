import { openFolder } from '../app/booking-given.ts';
import { newsStoreContract } from '../contract/news-store.ts';

newsStoreContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
