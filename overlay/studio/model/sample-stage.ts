import { SAMPLE_CODE } from '../../../shared/sample-code.ts';
import { NO_FIGURES, type StageFigures, type StageView } from '../../../shared/stage-view.ts';
import type { AlertsInSight } from '../../stage/alert-plates.tsx';

/* A stage in the middle of a good evening: what the preview shows where the creator has nothing of the own yet. */

const AT = '2026-06-12T18:04:00.000Z';

export const SAMPLE_VIEW: StageView = {
  stage: { id: 'sample', name: 'Sample', language: 'en' },
  bio: {
    name: 'Mira Sol',
    handle: 'mirasol',
    headline: 'Voice coach for people who speak for a living',
    skills: ['Breath', 'Stage nerves', 'Microphone'],
    proofs: ['Twelve years on the opera stage'],
    offers: [
      {
        slug: 'voice-check',
        oldSlugs: [],
        title: { en: 'Voice check' },
        minutes: 30,
        price: { minor: 4500, currency: 'EUR' },
        code: null,
      },
      {
        slug: 'rehearsal',
        oldSlugs: [],
        title: { en: 'Speech rehearsal' },
        minutes: 60,
        price: { minor: 8000, currency: 'EUR' },
        code: null,
      },
    ],
  },
  booking: { address: 'book.example/c/KAMOR', code: 'KAMOR', qr: SAMPLE_CODE },
  nextFree: { start: '2026-06-12T18:30:00.000Z', zone: 'Europe/Amsterdam', leftThisWeek: 2, checkedAt: AT },
  queue: {
    waiting: 5,
    nowServing: 'Tomasz',
    next: [
      { name: 'Jonas', service: { en: 'Voice check' }, start: '2026-06-12T18:30:00.000Z' },
      { name: 'Amira', service: { en: 'Speech rehearsal' }, start: null },
      { name: 'Li Wei', service: { en: 'Voice check' }, start: null },
    ],
  },
  chatHolds: [],
  scene: null,
  blank: false,
  setUp: false,
  featured: {
    id: 'sample',
    kind: 'question',
    name: 'Amira',
    text: 'How do I keep my voice steady when I am nervous?',
    at: AT,
  },
  alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
  moments: [],
  serverTime: AT,
};

/** What goals count stands in the goals themselves ({@link underWay}): each has a target of its own. */
export const SAMPLE_FIGURES: StageFigures = {
  ...NO_FIGURES,
  sessionStartedAt: '2026-06-12T17:21:00.000Z',
  board: {
    live: [
      { name: 'Jonas', diamonds: 1900 },
      { name: 'Amira', diamonds: 1250 },
      { name: 'Li Wei', diamonds: 640 },
      { name: 'Noor', diamonds: 310 },
      { name: 'Tomasz', diamonds: 180 },
    ],
    today: [
      { name: 'Amira', diamonds: 2600 },
      { name: 'Jonas', diamonds: 1900 },
      { name: 'Li Wei', diamonds: 1120 },
    ],
  },
  feed: [{ state: 'live', name: 'tiktok' }],
};

/** Alerts in the middle of their time. */
export const SAMPLE_ALERTS: AlertsInSight = {
  shown: [
    {
      moment: {
        seq: 1,
        firstSeq: 1,
        at: AT,
        type: 'gift',
        key: 'sample-gift',
        name: 'Jonas',
        gift: 'Rose',
        count: 24,
        ended: false,
        diamonds: 24,
      },
      isLeaving: false,
    },
    { moment: { seq: 2, at: AT, type: 'follow', key: 'sample-follow', name: 'Noor' }, isLeaving: false },
    {
      moment: {
        seq: 3,
        at: AT,
        type: 'tip',
        key: 'sample-tip',
        name: 'Tomasz',
        amount: { minor: 500, currency: 'EUR' },
      },
      isLeaving: false,
    },
  ],
  more: 0,
  moreAlone: false,
};
