import { signal } from '@preact/signals';
import type { OffAir } from '../../shared/desk-team.ts';

/** What this person had put on the stage and another has replaced, until it was read. */
export const offAir = signal<ReadonlyArray<OffAir>>([]);

export function heardOffAir(told: OffAir): void {
  offAir.value = [...offAir.value, told];
}

export function readOffAir(told: OffAir): void {
  offAir.value = offAir.value.filter((each) => each !== told);
}
