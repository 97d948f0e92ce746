import { eligibilityStoreContract } from '../contract/eligibility-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('eligibility', (open) => eligibilityStoreContract('PostgreSQL, two programs', open));
