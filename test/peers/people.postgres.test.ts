import { peopleStoreContract } from '../contract/people-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('people', (open) => peopleStoreContract('PostgreSQL, two programs', open));
