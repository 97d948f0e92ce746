import type { BookingRequest } from '../../../server/core/booking/request.ts';
import type { RequestState, Service, ServiceDraft } from '../../../shared/booking.ts';
import { givenService } from '../../app/booking-given.ts';

/** An offer as the store has it. */
export function givenKept(changes: Partial<ServiceDraft>): Service {
  return { ...givenService(changes), id: 'service' };
}

/** A viewer's ask for a time, in any state. */
export function requestOf(given: {
  state: RequestState;
  start: number;
  service: Service;
  cutoffMinutes?: number;
}): BookingRequest {
  const { state, start, service, cutoffMinutes } = given;
  return {
    id: 'request',
    service: service.id,
    state,
    version: 1,
    start,
    end: start + service.minutes * 60_000,
    wallStart: null,
    creatorZone: null,
    zone: 'Europe/Berlin',
    name: 'Vera',
    contact: null,
    language: 'en',
    locale: null,
    offers: [],
    offersUntil: null,
    terms: {
      price: service.price,
      ...(cutoffMinutes === undefined ? {} : { cutoffMinutes }),
      region: null,
      answers: [],
      code: null,
      via: 'page',
      consentVersion: null,
      adult: true,
      onAir: false,
    },
    unread: false,
    news: null,
    claim: null,
    snooze: null,
    answerBy: null,
    createdAt: 0,
    paidAt: null,
    updatedAt: 0,
  };
}
