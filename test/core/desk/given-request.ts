import type { BookingRequest } from '../../../server/core/booking/request.ts';

export const NOON = Date.UTC(2026, 10, 22, 12);

/** A new ask for a time in an hour, with what a test wants otherwise. */
export function givenRequest(changes: Partial<BookingRequest> = {}): BookingRequest {
  return {
    id: 'r',
    service: 's',
    state: 'new',
    version: 1,
    start: NOON + 3_600_000,
    end: NOON + 5_400_000,
    wallStart: '2026-11-22T14:00',
    creatorZone: 'Europe/Berlin',
    zone: 'UTC',
    name: 'Vera',
    contact: null,
    language: 'en',
    locale: null,
    offers: [],
    offersUntil: null,
    terms: {
      price: null,
      region: null,
      answers: [],
      code: null,
      via: 'page',
      consentVersion: null,
      adult: true,
      onAir: true,
    },
    unread: true,
    news: null,
    claim: null,
    snooze: null,
    answerBy: null,
    paidAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...changes,
  };
}
