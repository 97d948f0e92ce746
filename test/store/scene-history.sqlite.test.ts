import { openFolder } from '../app/booking-given.ts';
import { sceneHistoryContract } from '../contract/scene-history-store.ts';

sceneHistoryContract('the embedded store', async () => {
  const { store, close } = await openFolder();
  return { stores: [store, store], close };
});
