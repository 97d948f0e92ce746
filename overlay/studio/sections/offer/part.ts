import type { Refused } from '../../../parts/ask.ts';
import type { Wrong } from '../../model/service-draft.ts';
import type { ServiceFields } from '../../model/service-fields.ts';

/** What every part of a service's form is given. */
export interface PartProps {
  readonly fields: ServiceFields;
  readonly change: (part: Partial<ServiceFields>) => void;
  readonly wrong: ReadonlyArray<Wrong>;
  readonly refused: Refused | null;
}

export const CURRENCIES = ['EUR', 'NOK', 'CHF', 'GBP', 'SEK', 'DKK', 'USD', 'JPY'];
