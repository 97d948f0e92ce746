import type { Service, ServiceInput } from '../../../shared/booking.ts';
import type { Language, LocalText } from '../../../shared/languages.ts';
import { readAmount, slugOf, writeAmount } from './fields.ts';

/** A service as it stands in its form: what is typed is text until it is sent. */
export interface ServiceFields {
  readonly kind: ServiceInput['kind'];
  readonly title: LocalText;
  readonly summary: LocalText;
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
  readonly instant: boolean;
  readonly noLicenceNeeded: boolean;
}

export function fieldsOf(service: Service | null): ServiceFields {
  return {
    kind: service?.kind ?? 'consulting',
    title: service?.title ?? {},
    summary: service?.summary ?? {},
    slug: service?.slug ?? '',
    slugTyped: service !== null,
    minutes: String(service?.minutes ?? 30),
    price: service ? writeAmount(service.price) : '',
    currency: service?.price.currency ?? 'EUR',
    bufferBeforeMinutes: String(service?.bufferBeforeMinutes ?? 0),
    bufferAfterMinutes: String(service?.bufferAfterMinutes ?? 0),
    noticeMinutes: String(service?.noticeMinutes ?? 60),
    horizonDays: String(service?.horizonDays ?? 30),
    capacity: String(service?.capacity ?? 1),
    cutoffMinutes: String(service?.cutoffMinutes ?? 120),
    instant: service?.instant ?? false,
    noLicenceNeeded: service?.noLicenceNeeded ?? false,
  };
}

/** The title in one language; the short name follows the first one until it was typed by hand. */
export function withTitle(fields: ServiceFields, language: Language, text: string): ServiceFields {
  const title = withText(fields.title, language, text);
  const first = Object.values(title)[0] ?? '';
  return { ...fields, title, slug: fields.slugTyped ? fields.slug : slugOf(first) };
}

/** An empty text takes the language out: a service has a title only where one was written. */
export function withText(text: LocalText, language: Language, words: string): LocalText {
  const { [language]: _, ...others } = text;
  return words.trim() === '' ? others : { ...others, [language]: words };
}

/** What is sent, or the fields that are not yet as they have to be. */
export function toDraft(fields: ServiceFields): { draft: ServiceInput } | { wrong: ('title' | 'price' | 'minutes')[] } {
  const price = readAmount(fields.price, fields.currency);
  const minutes = Number(fields.minutes);
  const wrong = [
    ...(Object.keys(fields.title).length === 0 ? ['title' as const] : []),
    ...(price ? [] : ['price' as const]),
    ...(Number.isInteger(minutes) && minutes >= 5 ? [] : ['minutes' as const]),
  ];
  if (!price || wrong.length > 0) return { wrong };
  const whole = (text: string) => Math.max(0, Math.trunc(Number(text) || 0));
  const draft: ServiceInput = {
    slug: fields.slug || slugOf(Object.values(fields.title)[0] ?? ''),
    kind: fields.kind,
    title: fields.title,
    ...(Object.keys(fields.summary).length > 0 ? { summary: fields.summary } : {}),
    minutes,
    price,
    bufferBeforeMinutes: whole(fields.bufferBeforeMinutes),
    bufferAfterMinutes: whole(fields.bufferAfterMinutes),
    noticeMinutes: whole(fields.noticeMinutes),
    horizonDays: Math.max(1, whole(fields.horizonDays)),
    capacity: Math.max(1, whole(fields.capacity)),
    cutoffMinutes: whole(fields.cutoffMinutes),
    instant: fields.instant,
    noLicenceNeeded: fields.noLicenceNeeded,
  };
  return { draft };
}
