import { expect, test } from 'vitest';
import { browserName } from '../../../overlay/studio/model/browser-name.ts';
import { allThrough, isDone, stepStates } from '../../../overlay/studio/model/first-steps.ts';
import type { Service } from '../../../shared/booking.ts';
import { PLAIN_TERMS } from '../../../shared/offer-terms.ts';

type Facts = Parameters<typeof stepStates>[0];

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36';

const fresh: Facts = {
  published: false,
  services: [],
  licences: [],
  hoursSet: false,
  address: { url: 'http://127.0.0.1:4748', localOnly: true, from: 'door', tunnel: null, installed: [] },
  stages: [
    {
      id: 'main',
      name: 'Main',
      state: 'never',
      seenAt: null,
      size: null,
      browser: null,
      pages: 0,
      framesPerSecond: null,
      setUp: false,
      designRevision: 0,
    },
  ],
  sources: [],
  lastTestAt: null,
  live: {
    session: null,
    sources: [],
    gaps: [],
    lastSeq: 0,
    totals: {
      chats: 0,
      gifts: 0,
      diamonds: 0,
      likes: 0,
      follows: 0,
      shares: 0,
      joins: 0,
      subscribes: 0,
      questions: 0,
      tips: [],
      viewersNow: 0,
      viewersPeak: 0,
    },
  },
};

const service: Service = {
  ...PLAIN_TERMS,
  id: 's1',
  slug: 'cv-check',
  kind: 'consulting',
  title: { en: 'CV check' },
  minutes: 30,
  price: { minor: 0, currency: 'EUR' },
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 30,
  capacity: 1,
  instant: false,
  cutoffMinutes: 0,
  noLicenceNeeded: true,
};

test('[SU4] on a fresh start the first step is next and the rest are later', () => {
  expect(stepStates(fresh, new Set())).toEqual({
    bio: 'next',
    offers: 'later',
    address: 'later',
    stage: 'later',
    source: 'later',
  });
});

test('[SU4] what the program knows to be done is done, and the next open step is next', () => {
  const later = {
    ...fresh,
    published: true,
    services: [service],
    hoursSet: true,
    address: { ...fresh.address, localOnly: false },
  };
  expect(stepStates(later, new Set())).toMatchObject({
    bio: 'done',
    offers: 'done',
    address: 'done',
    stage: 'next',
  });
});

test('[SU4] the sample show and a recording are no source of its own', () => {
  const sample = { ...fresh, sources: [{ id: 'demo', state: 'live' as const, detail: '', lastEventAt: null }] };
  expect(stepStates(sample, new Set()).source).not.toBe('done');
  const played = { id: 'replay:show.ndjson', state: 'finished' as const, detail: '', lastEventAt: null };
  expect(isDone('source', { ...fresh, sources: [played] })).toBe(false);
  const live = { id: 'tiktok:someone', state: 'live' as const, detail: '', lastEventAt: null };
  expect(isDone('source', { ...fresh, sources: [played, live] })).toBe(true);
});

test('[SU5] a skipped step is passed over, and all through is each done or skipped', () => {
  const states = stepStates(fresh, new Set(['bio', 'offers', 'address']));
  expect(states).toMatchObject({ bio: 'skipped', address: 'skipped', stage: 'next' });
  expect(allThrough(states)).toBe(false);
  expect(allThrough(stepStates(fresh, new Set(['bio', 'offers', 'address', 'stage', 'source'])))).toBe(true);
});

test('[SU26] a service without hours, or hours without a service, is half a step', () => {
  expect(stepStates({ ...fresh, services: [service] }, new Set()).offers).toBe('later');
  expect(stepStates({ ...fresh, hoursSet: true }, new Set()).offers).toBe('later');
  expect(stepStates({ ...fresh, services: [service], hoursSet: null }, new Set()).offers).toBe('later');
  expect(stepStates({ ...fresh, services: [service], hoursSet: true }, new Set()).offers).toBe('done');
});

test('[SU521] a service that viewers do not see, for want of a word on licences, is no step done', () => {
  const set: Facts = { ...fresh, services: [service], hoursSet: true };
  const unconfirmed = { ...service, noLicenceNeeded: false };
  const licences = (eligible: boolean) => [
    { service: 's1', ruleVersion: '1', unknownRegions: [], points: [], eligible },
  ];
  expect(isDone('offers', { ...set, licences: licences(true) })).toBe(true);
  expect(isDone('offers', { ...set, licences: licences(false) })).toBe(false);
  expect(isDone('offers', { ...set, services: [unconfirmed] })).toBe(false);
  expect(isDone('offers', { ...set, services: [unconfirmed, { ...service, id: 's2' }] })).toBe(true);
});

test('[SU27] a stage in a tab of a browser ticks nothing; one in OBS that a gift came through does', () => {
  const seen = (browser: string, gifts: number): Facts => ({
    ...fresh,
    stages: [
      {
        id: 'main',
        name: 'Main',
        state: 'connected',
        seenAt: null,
        size: null,
        browser,
        pages: 1,
        framesPerSecond: null,
        setUp: false,
        designRevision: 0,
      },
    ],
    live: { ...fresh.live, totals: { ...fresh.live.totals, gifts } },
  });
  expect(stepStates(seen(CHROME, 1), new Set()).stage).toBe('later');
  expect(stepStates(seen(`${CHROME} OBS/31.0.2`, 0), new Set()).stage).toBe('later');
  expect(stepStates(seen(`${CHROME} OBS/31.0.2`, 1), new Set()).stage).toBe('done');
});

test('[SU27] a browser is named as people name it, and OBS before the Chromium inside it', () => {
  expect(browserName(`${CHROME} OBS/31.0.2`)).toBe('OBS 31 (Chromium 127)');
  expect(browserName(CHROME)).toBe('Chromium 127');
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox 140');
  expect(browserName('curl/8.5')).toBe('curl');
});

test('[SU293] the step of the stage is done with a test too, which counts nowhere', () => {
  const [stage] = fresh.stages;
  if (!stage) throw new Error('no stage');
  const lastTestAt = '2026-06-12T18:00:00.000Z';
  const stages = [{ ...stage, browser: `${CHROME} OBS/31.0.2` }];
  expect(isDone('stage', { ...fresh, stages })).toBe(false);
  expect(isDone('stage', { ...fresh, stages, lastTestAt })).toBe(true);
  expect(isDone('stage', { ...fresh, lastTestAt })).toBe(false);
});
