import { liveStoreContract } from '../contract/live-store.ts';
import { onPostgres } from './postgres.ts';

onPostgres('the live part', (open) =>
  liveStoreContract('PostgreSQL', async () => {
    const { stores, close } = await open();
    return { store: stores[0], close };
  }),
);
