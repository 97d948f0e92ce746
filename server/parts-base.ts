import type { EpochMillis } from '../shared/time.ts';
import type { Store } from './store/store.ts';

/** What every part of the inside is made of. */
export interface PartsBase {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly onFault: (error: unknown) => void;
}
