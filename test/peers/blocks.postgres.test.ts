import { blocksStoreContract } from '../contract/blocks-store.ts';
import { onPostgres } from './postgres.ts';

/** On one real PostgreSQL; each test in a database of its own. */
onPostgres('blocks', (open) => blocksStoreContract('PostgreSQL', open));
