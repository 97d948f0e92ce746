import type { Page } from '@playwright/test';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { Box, StageDesign, Widget } from '../../shared/stage-design.ts';
import type { StageFigures, StageMoment, StageView } from '../../shared/stage-view.ts';
import { toInstant } from '../../shared/time.ts';

/** A stage with everything on it, as of now. */
export function fullView(): StageView {
  const now = Date.now();
  return {
    stage: { id: 'stage', name: 'Main', language: 'en' },
    bio: {
      name: 'Lena Sample',
      handle: 'lena.sample',
      headline: 'Career coach: CVs, interviews, next steps',
      skills: [],
      proofs: [],
      offers: [
        {
          slug: 'cv-check',
          oldSlugs: [],
          title: { en: 'CV check' },
          minutes: 30,
          price: { minor: 4500, currency: 'EUR' },
          code: null,
        },
      ],
    },
    booking: {
      address: 'https://book.example/@lena.sample',
      code: null,
      qr: { modules: 3, path: 'M0 0h3v1h-3zM1 2h1v1h-1z' },
    },
    nextFree: { start: toInstant(now + 3_600_000), zone: 'UTC', leftThisWeek: 2, checkedAt: toInstant(now) },
    queue: {
      waiting: 9,
      nowServing: null,
      next: ['Jonas', 'Ayşe K.', 'Мария'].map((name) => ({ name, service: {}, start: null })),
    },
    chatHolds: [],
    scene: null,
    blank: false,
    setUp: false,
    featured: null,
    alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
    moments: [],
    serverTime: toInstant(now),
  };
}

/** An evening in figures. */
export function someFigures(): StageFigures {
  const names = ['Ayşe K.', 'محمد', 'W'.repeat(90), 'Jo', 'Mia', 'Lars'];
  return {
    sessionStartedAt: toInstant(Date.now() - 83 * 60_000),
    diamonds: 12_345,
    follows: 41,
    subscribes: 3,
    likes: 10_233,
    money: [{ minor: 61_250, currency: 'EUR' }],
    bookings: 4,
    board: { live: names.map((name, place) => ({ name, diamonds: 6_000 - place })), today: [] },
    short: false,
    feed: [{ state: 'live', name: 'tiktok' }],
  };
}

/** A design of one canvas, 1000 by 1000, with these widgets one above the other, each 900 by 180 unless told. */
export function designOf(widgets: Widget[], boxes: Record<string, Partial<Box>> = {}): StageDesign {
  const standard: Box = { x: 50, y: 20, width: 900, height: 180, across: 'left', down: 'top' };
  const placed = widgets.map(({ id }, place) => [id, { ...standard, y: 20 + 195 * place, ...boxes[id] }]);
  const layout = {
    id: 'only',
    name: 'Only',
    canvas: { width: 1000, height: 1000 },
    scene: null,
    boxes: Object.fromEntries(placed),
  };
  return { ...FIRST_DESIGN, widgets, layouts: [layout] };
}

/** The first message of a streak. */
export function giftNow(key: string, name: string, count: number, seq = 1): StageMoment {
  const at = toInstant(Date.now());
  return { seq, firstSeq: seq, at, type: 'gift', key, name, gift: 'Rose', count, ended: false };
}

/** What went wrong in a page: console errors, exceptions, requests to another origin. The list fills as it happens. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // What a browser prints by itself when a server goes while it answers; no page can keep it back.
    const isOfNetwork = /WebSocket connection|net::ERR_(INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|CONNECTION)/;
    if (message.type() === 'error' && !isOfNetwork.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1') faults.push(request.url());
  });
  return faults;
}

/** Whether a part's words reach out of it, or out of the plate. */
export function isCut(page: Page, part: string): Promise<boolean> {
  return page.locator(part).evaluate((words) => {
    const plate = words.closest('.plate')?.getBoundingClientRect();
    const { right, bottom } = words.getBoundingClientRect();
    return words.scrollWidth > words.clientWidth + 1 || !plate || right > plate.right || bottom > plate.bottom + 1;
  });
}
