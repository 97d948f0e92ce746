import { searchStoreContract } from '../contract/search-store.ts';
import { onPostgres } from './postgres.ts';

/** On one real PostgreSQL; each test in a database of its own. */
onPostgres('searching', (open) => searchStoreContract('PostgreSQL', open));
