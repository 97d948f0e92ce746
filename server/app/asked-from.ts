import type { Allowance } from './address-bounds.ts';

/** From where somebody asks, where that is known. */
export interface AskedFrom {
  /** Taken where a time is booked at once. */
  readonly booking?: Allowance;
  /** The mark of the browser, for a block to know it by. */
  readonly mark?: string;
}
