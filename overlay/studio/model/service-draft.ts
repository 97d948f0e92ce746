import type { Service, ServiceInput } from '../../../shared/booking.ts';
import type { Language, LocalText } from '../../../shared/local-text.ts';
import { isProductLink } from '../../../shared/product-link.ts';
import { readAmount, slugOf, writeAmount } from './fields.ts';
import type { QuestionFields, ServiceFields } from './service-fields.ts';
import { depositOf, isDeposit, placeOf, regionPriceOf } from './service-terms.ts';
import { completeLink, isLinkOrNone } from './typed-link.ts';

/** `language`: in which amounts are written. */
export function fieldsOf(service: Service | null, language: Language = 'en'): ServiceFields {
  return {
    kind: service?.kind ?? 'consulting',
    title: service?.title ?? {},
    summary: service?.summary ?? {},
    description: service?.description ?? {},
    slug: service?.slug ?? '',
    slugTyped: service !== null,
    minutes: String(service?.minutes ?? 30),
    price: service ? writeAmount(service.price, language) : '',
    currency: service?.price.currency ?? 'EUR',
    bufferBeforeMinutes: String(service?.bufferBeforeMinutes ?? 0),
    bufferAfterMinutes: String(service?.bufferAfterMinutes ?? 0),
    noticeMinutes: String(service?.noticeMinutes ?? 60),
    horizonDays: String(service?.horizonDays ?? 30),
    capacity: String(service?.capacity ?? 1),
    cutoffMinutes: String(service?.cutoffMinutes ?? 120),
    dailyCap: service?.dailyCap ? String(service.dailyCap) : '',
    instant: service?.instant ?? false,
    noLicenceNeeded: service?.noLicenceNeeded ?? false,
    ...termsOf(service, language),
  };
}

function termsOf(service: Service | null, language: Language) {
  const place = service?.place ?? { type: 'video' };
  return {
    place: place.type,
    joinUrl: place.type === 'video' ? (place.joinUrl ?? '') : '',
    area: place.type === 'on-site' ? place.area : '',
    phone: place.type === 'phone' ? (place.phone ?? '') : '',
    regions: service?.regions ?? [],
    prices: (service?.prices ?? []).map(({ region, price, deposit, paymentUrl = '' }) => {
      const amounts = { price: writeAmount(price, language), deposit: deposit ? writeAmount(deposit, language) : '' };
      return { region, ...amounts, currency: price.currency, paymentUrl };
    }),
    questions: service?.questions ?? [],
    asksDeposit: Boolean(service?.deposit),
    deposit: service?.deposit ? writeAmount(service.deposit.amount, language) : '',
    depositCurrency: service?.deposit?.amount.currency ?? null,
    paymentUrl: service?.deposit?.paymentUrl ?? '',
    link: service?.link ?? '',
    adultsOnly: service?.adultsOnly ?? true,
    waitlist: service?.waitlist ?? true,
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

/** One more question, under an id that none of the others has. */
export function withQuestion(questions: ReadonlyArray<QuestionFields>): QuestionFields[] {
  const taken = new Set(questions.map(({ id }) => id));
  const free = Array.from({ length: questions.length + 1 }, (_, at) => `question-${at + 1}`).find(
    (id) => !taken.has(id),
  );
  return [...questions, { id: free ?? `question-${questions.length + 1}`, label: {}, required: false }];
}

/** What is not yet as it has to be. `prices` and `questions` stand for any of them. */
export type Wrong =
  | 'title'
  | 'price'
  | 'minutes'
  | 'area'
  | 'joinUrl'
  | 'prices'
  | 'questions'
  | 'deposit'
  | 'paymentUrl'
  | 'link';

/** Whether the form is of a product: it has a link in place of all that times need. */
export function sellsByLink({ kind }: Pick<ServiceFields, 'kind'>): boolean {
  return kind === 'ecommerce';
}

/** What a product is sent with: what times need as it is at first, whatever stands in the fields that are not shown. */
function withoutTimes(fields: ServiceFields): ServiceFields {
  const { kind, title, summary, description, slug, price, currency, regions, prices, noLicenceNeeded, link } = fields;
  const own = { kind, title, summary, description, slug, price, currency, regions, prices, noLicenceNeeded, link };
  return { ...fieldsOf(null), ...own };
}

/** What is sent, or the fields that are not yet as they have to be. */
export function toDraft(form: ServiceFields): { draft: ServiceInput } | { wrong: Wrong[] } {
  const fields = sellsByLink(form) ? withoutTimes(form) : form;
  const price = readAmount(fields.price, fields.currency);
  const wrong = wrongIn(fields);
  if (!price || wrong.length > 0) return { wrong };
  const whole = (text: string) => Math.max(0, Math.trunc(Number(text) || 0));
  const written = (text: LocalText) => Object.keys(text).length > 0;
  const draft: ServiceInput = {
    slug: fields.slug || slugOf(Object.values(fields.title)[0] ?? ''),
    kind: fields.kind,
    title: fields.title,
    ...(written(fields.summary) ? { summary: fields.summary } : {}),
    ...(written(fields.description) ? { description: fields.description } : {}),
    minutes: Number(fields.minutes),
    price,
    bufferBeforeMinutes: whole(fields.bufferBeforeMinutes),
    bufferAfterMinutes: whole(fields.bufferAfterMinutes),
    noticeMinutes: whole(fields.noticeMinutes),
    horizonDays: Math.max(1, whole(fields.horizonDays)),
    capacity: Math.max(1, whole(fields.capacity)),
    cutoffMinutes: whole(fields.cutoffMinutes),
    dailyCap: whole(fields.dailyCap) || null,
    instant: fields.instant,
    noLicenceNeeded: fields.noLicenceNeeded,
    place: placeOf(fields),
    regions: [...fields.regions],
    prices: fields.prices.flatMap((one) => regionPriceOf(one, fields) ?? []),
    questions: fields.questions.map((question) => ({ ...question })),
    deposit: depositOf(fields),
    adultsOnly: fields.adultsOnly,
    waitlist: fields.waitlist,
    link: sellsByLink(fields) ? completeLink(fields.link) : null,
  };
  return { draft };
}

/** The fields that are not yet as they have to be. */
export function wrongIn(fields: ServiceFields): Wrong[] {
  const minutes = Number(fields.minutes);
  const price = readAmount(fields.price, fields.currency);
  const checks: [Wrong, boolean][] = [
    ['title', Object.keys(fields.title).length > 0],
    ['price', price !== null],
    ['minutes', Number.isInteger(minutes) && minutes >= 5],
    ['area', fields.place !== 'on-site' || fields.area.trim() !== ''],
    ['joinUrl', fields.place !== 'video' || isLinkOrNone(fields.joinUrl)],
    ['prices', fields.prices.every((_, index) => wrongInPrice(fields, index).length === 0)],
    ['questions', fields.questions.every(({ label }) => Object.keys(label).length > 0)],
    ['link', !sellsByLink(fields) || isProductLink(completeLink(fields.link))],
    ['deposit', !fields.asksDeposit || isDeposit(fields, price)],
    ['paymentUrl', !fields.asksDeposit || isLinkOrNone(fields.paymentUrl)],
  ];
  return checks.flatMap(([name, fits]) => (fits ? [] : [name]));
}

/** A field of the price of one country. */
export type WrongInPrice = 'region' | 'price' | 'deposit' | 'paymentUrl';

/** Which fields of the price at `index` are not as they have to be: its country is missing or stands twice, an amount or link is none. */
export function wrongInPrice(fields: ServiceFields, index: number): WrongInPrice[] {
  const one = fields.prices[index];
  if (!one) return [];
  const isTwice = fields.prices.slice(0, index).some(({ region }) => region === one.region);
  const hasPrice = readAmount(one.price, one.currency) !== null;
  const checks: [WrongInPrice, boolean][] = [
    ['region', one.region !== '' && !isTwice],
    ['price', hasPrice],
    // Of a price that cannot be read nothing is known of what is a part of it.
    ['deposit', !hasPrice || regionPriceOf(one, fields) !== null],
    ['paymentUrl', !fields.asksDeposit || isLinkOrNone(one.paymentUrl)],
  ];
  return checks.flatMap(([name, fits]) => (fits ? [] : [name]));
}
