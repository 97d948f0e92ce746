import { outboxStoreContract } from '../contract/outbox-store.ts';
import { onPostgres } from './postgres.ts';

onPostgres('the outbox', (open) => outboxStoreContract('PostgreSQL, two programs', open));
