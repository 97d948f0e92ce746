import { newsStoreContract } from '../contract/news-store.ts';
import { onPostgres } from './postgres.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
onPostgres('news', (open) => newsStoreContract('PostgreSQL, two programs', open));
