import type { Service, ServiceInput } from '../../../shared/booking.ts';
import type { LocalText } from '../../../shared/local-text.ts';

/** A question as it stands in the form; its id is the server's name for the answers and stays. */
export interface QuestionFields {
  readonly id: string;
  readonly label: LocalText;
  readonly required: boolean;
}

export interface PriceFields {
  readonly region: string;
  readonly price: string;
  /** Of the deposit and of the price. */
  readonly currency: string;
  /** Empty: as everywhere else. */
  readonly deposit: string;
  readonly paymentUrl: string;
}

/** A service as it stands in its form: what is typed is text until it is sent. */
export interface ServiceFields {
  readonly kind: ServiceInput['kind'];
  readonly title: LocalText;
  readonly summary: LocalText;
  readonly description: LocalText;
  readonly slug: string;
  /** False until the short name was typed by hand: it follows the title so long. */
  readonly slugTyped: boolean;
  readonly minutes: string;
  readonly price: string;
  readonly currency: string;
  readonly bufferBeforeMinutes: string;
  readonly bufferAfterMinutes: string;
  readonly noticeMinutes: string;
  readonly horizonDays: string;
  readonly capacity: string;
  readonly cutoffMinutes: string;
  /** Empty: no limit. */
  readonly dailyCap: string;
  readonly instant: boolean;
  readonly noLicenceNeeded: boolean;
  readonly place: Service['place']['type'];
  /** Each kept while the place is another one, so that trying out a place loses nothing. */
  readonly joinUrl: string;
  readonly area: string;
  readonly phone: string;
  readonly regions: ReadonlyArray<string>;
  readonly prices: ReadonlyArray<PriceFields>;
  readonly questions: ReadonlyArray<QuestionFields>;
  readonly asksDeposit: boolean;
  readonly deposit: string;
  /** Null: the price's. A script may have set another one. */
  readonly depositCurrency: string | null;
  readonly paymentUrl: string;
  /** Where a product is sold; kept while the kind is another one. */
  readonly link: string;
  readonly adultsOnly: boolean;
  readonly waitlist: boolean;
}
