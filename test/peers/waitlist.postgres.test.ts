import { waitlistStoreContract } from '../contract/waitlist-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('waitlist', (open) => waitlistStoreContract('PostgreSQL, two programs', open));
