import { expect, test } from 'vitest';
import { allThrough, stepStates } from '../../../overlay/studio/model/first-steps.ts';
import type { StudioView } from '../../../shared/protocol.ts';

type Facts = Pick<StudioView, 'published' | 'address' | 'stages' | 'sources' | 'live'>;

const fresh: Facts = {
  published: false,
  address: { url: 'http://127.0.0.1:4748', localOnly: true, from: 'door', tunnel: null, installed: [] },
  stages: [{ id: 'main', name: 'Main', state: 'never', seenAt: null, size: null, browser: null, pages: 0 }],
  sources: [],
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

test('[SU4] on a fresh start the first step is next and the rest are later', () => {
  expect(stepStates(fresh, new Set())).toEqual({
    bio: 'next',
    address: 'later',
    stage: 'later',
    source: 'later',
    try: 'later',
  });
});

test('[SU4] what the program knows to be done is done, and the next open step is next', () => {
  const later = { ...fresh, published: true, address: { ...fresh.address, localOnly: false } };
  expect(stepStates(later, new Set())).toMatchObject({ bio: 'done', address: 'done', stage: 'next' });
});

test('[SU4] the sample show is no source of its own', () => {
  const sample = { ...fresh, sources: [{ id: 'demo', state: 'live' as const, detail: '', lastEventAt: null }] };
  expect(stepStates(sample, new Set()).source).not.toBe('done');
});

test('[SU5] a skipped step is passed over, and all through is each done or skipped', () => {
  const states = stepStates(fresh, new Set(['bio', 'address']));
  expect(states).toMatchObject({ bio: 'skipped', address: 'skipped', stage: 'next' });
  expect(allThrough(states)).toBe(false);
  expect(allThrough(stepStates(fresh, new Set(['bio', 'address', 'stage', 'source', 'try'])))).toBe(true);
});
