import { promiseStoreContract } from '../contract/promise-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('promise', (open) => promiseStoreContract('PostgreSQL, two programs', open));
