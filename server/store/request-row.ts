import { RequestState } from '../../shared/booking.ts';
import { Language } from '../../shared/languages.ts';
import { VIEWER_NEWS } from '../../shared/viewer-news.ts';
import type { AgreedTerms, BookingRequest } from '../core/booking/request.ts';
import type { RequestTable } from './tables/booking.ts';

/** Of a request that an older Cuedesk took. */
const NO_TERMS: AgreedTerms = {
  price: null,
  region: null,
  answers: [],
  code: null,
  via: 'page',
  consentVersion: null,
  adult: true,
  onAir: false,
};

/** A request as its row has it; creator and secret are the store's own. */
export function columnsOf(request: BookingRequest): Omit<RequestTable, 'creator_id' | 'secret_hash'> {
  return {
    id: request.id,
    service_id: request.service,
    state: request.state,
    version: request.version,
    start_at: request.start,
    end_at: request.end,
    wall_start: request.wallStart,
    creator_zone: request.creatorZone,
    zone: request.zone,
    name: request.name,
    contact: JSON.stringify(request.contact),
    language: request.language,
    locale: request.locale,
    offers: JSON.stringify(request.offers),
    offers_until: request.offersUntil,
    terms: JSON.stringify(request.terms),
    code: request.terms.code,
    unread: request.unread ? 1 : 0,
    news: request.news,
    claim_by: request.claim?.by ?? null,
    claim_name: request.claim?.name ?? null,
    claim_at: request.claim?.at ?? null,
    snoozed_until: request.snooze?.until ?? null,
    snoozed_for_live: request.snooze?.forLive ? 1 : 0,
    answer_by: request.answerBy,
    paid_at: request.paidAt,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
  };
}

export function requestOf(row: RequestTable): BookingRequest {
  return {
    id: row.id,
    service: row.service_id,
    state: RequestState.parse(row.state),
    version: row.version,
    start: row.start_at,
    end: row.end_at,
    wallStart: row.wall_start,
    creatorZone: row.creator_zone,
    zone: row.zone,
    name: row.name,
    contact: JSON.parse(row.contact),
    language: Language.parse(row.language),
    locale: row.locale,
    offers: JSON.parse(row.offers),
    offersUntil: row.offers_until,
    terms: row.terms === null ? NO_TERMS : JSON.parse(row.terms),
    unread: row.unread === 1,
    news: VIEWER_NEWS.find((news) => news === row.news) ?? null,
    claim:
      row.claim_by !== null && row.claim_at !== null
        ? { by: row.claim_by, name: row.claim_name ?? '', at: row.claim_at }
        : null,
    snooze: row.snoozed_until === null ? null : { until: row.snoozed_until, forLive: row.snoozed_for_live === 1 },
    answerBy: row.answer_by,
    paidAt: row.paid_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
