import { deskRow } from '../../../shared/desk-row.ts';
import type { DeskRequest, DeskRow } from '../../../shared/desk-view.ts';

export const noon = '2026-11-22T12:00:00.000Z';
export const me = { id: 'me', name: 'Mo' };

/** A new request of one message, with what a test wants otherwise. */
export function asked(other: Partial<DeskRequest> = {}): DeskRequest {
  return {
    id: 'r1',
    state: 'new',
    service: { id: 's1', title: { en: 'CV check', de: 'Lebenslauf-Check' } },
    start: '2026-11-24T17:30:00Z',
    end: '2026-11-24T18:00:00Z',
    zone: 'Europe/Oslo',
    name: 'Åse',
    erased: false,
    language: 'nb',
    contact: null,
    terms: { price: null, region: null, answers: [], code: null, via: 'page' },
    payment: null,
    offersUntil: null,
    createdAt: noon,
    updatedAt: noon,
    claim: null,
    snoozedUntil: null,
    snoozedForLive: false,
    answerBy: null,
    back: false,
    slotTaken: false,
    via: 'page',
    fromComment: false,
    code: null,
    codeFor: null,
    channel: null,
    knownBy: [],
    block: null,
    unopened: false,
    mergedInto: null,
    labels: { request: [], person: [] },
    airName: null,
    unread: true,
    news: null,
    messages: [{ id: 'm1', at: noon, from: 'viewer', text: 'Kan du se på søknaden min?' }],
    ...other,
  };
}

/** The row of such a request. */
export function row(other: Partial<DeskRequest> = {}): DeskRow {
  return deskRow(asked(other));
}
