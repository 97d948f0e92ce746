import { signal } from '@preact/signals';
import type { Macro } from '../../shared/macros.ts';

/** The creator's macros, by key, as the server told them last. */
export const macros = signal<ReadonlyArray<Macro>>([]);
