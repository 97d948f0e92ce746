import { bookingStoreContract } from '../contract/booking-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('booking', (open) => bookingStoreContract('PostgreSQL, two programs', open));
