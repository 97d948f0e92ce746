import { sceneHistoryContract } from '../contract/scene-history-store.ts';
import { onPostgres } from './postgres.ts';

onPostgres('scene changes', (open) => sceneHistoryContract('PostgreSQL, two programs', open));
