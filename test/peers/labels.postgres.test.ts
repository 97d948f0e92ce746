import { labelsStoreContract } from '../contract/labels-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('labels', (open) => labelsStoreContract('PostgreSQL, two programs', open));
