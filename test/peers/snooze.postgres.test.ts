import { snoozeStoreContract } from '../contract/snooze-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('snooze', (open) => snoozeStoreContract('PostgreSQL, two programs', open));
