import { longListsStoreContract } from '../contract/long-lists-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('long lists', (open) => longListsStoreContract('PostgreSQL, two programs', open));
