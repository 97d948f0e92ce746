import { teamStoreContract } from '../contract/team-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('team', (open) => teamStoreContract('PostgreSQL, two programs', open));
