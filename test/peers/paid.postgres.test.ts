import { paidStoreContract } from '../contract/paid-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('paid', (open) => paidStoreContract('PostgreSQL, two programs', open));
