import { oldWordsStoreContract } from '../contract/old-words-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('old-words', (open) => oldWordsStoreContract('PostgreSQL, two programs', open));
