import { mergeStoreContract } from '../contract/merge-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('merge', (open) => mergeStoreContract('PostgreSQL, two programs', open));
