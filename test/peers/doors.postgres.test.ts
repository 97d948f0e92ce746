import { doorsStoreContract } from '../contract/doors-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('other doors', (open) => doorsStoreContract('PostgreSQL, two programs', open));
