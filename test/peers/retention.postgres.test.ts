import { retentionStoreContract } from '../contract/retention-store.ts';
import { onPostgres } from './postgres.ts';

/** The same on a real PostgreSQL; each test in a database of its own. */
onPostgres('retention', (open) => retentionStoreContract('PostgreSQL', open));
