import { eraseStoreContract } from '../contract/erase-store.ts';
import { onPostgres } from './postgres.ts';

/** Erasing on a real PostgreSQL; each test in a database of its own. */
onPostgres('erasing', (open) => eraseStoreContract('PostgreSQL', open));
