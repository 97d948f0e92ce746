import { expect, test } from 'vitest';
import {
  feeding,
  isTestNewest,
  obsStanding,
  postedWord,
  queueStanding,
  sourceStanding,
  stageStanding,
  worstSource,
} from '../../../overlay/studio/model/strip.ts';
import type { SourceState, SourceStatus } from '../../../shared/live.ts';
import type { StageStatus } from '../../../shared/studio-view.ts';

const source = (id: string, state: SourceState): SourceStatus => ({ id, state, detail: '', lastEventAt: null });
const stage = (state: StageStatus['state']): StageStatus => ({
  id: 'main',
  name: 'Main',
  state,
  seenAt: null,
  size: null,
  browser: null,
  pages: 0,
  framesPerSecond: null,
  setUp: false,
});

test('[SU1] the source in the worst state is the one that the strip speaks of', () => {
  const sources = [source('a', 'live'), source('b', 'reconnecting'), source('c', 'off')];
  expect(worstSource(sources)?.id).toBe('b');
  expect(worstSource([])).toBe(null);
});

test('[SU259] events that come by the API are a feed where no source is', () => {
  const postedAt = '2026-06-12T18:00:00.000Z';
  expect(feeding({ sources: [], postedAt })).toEqual({ type: 'posted', at: postedAt });
  expect(feeding({ sources: [], postedAt: null })).toEqual({ type: 'nobody' });
  expect(feeding({ sources: [source('a', 'waiting')], postedAt })).toMatchObject({ source: { id: 'a' } });
  expect(postedWord({ live: { session: null } })).toBe('receiving');
  expect(postedWord({ live: { session: { id: '1', startedAt: postedAt, endedAt: null } } })).toBe('live');
  expect(postedWord({ live: { session: { id: '1', startedAt: postedAt, endedAt: postedAt } } })).toBe('receiving');
});

test('[SU522] events by the API are said beside another source, and in its place once it is over', () => {
  const postedAt = '2026-06-12T18:00:00.000Z';
  const posted = { type: 'posted' as const, at: postedAt };
  expect(feeding({ sources: [source('a', 'finished'), source('b', 'off')], postedAt })).toEqual(posted);
  expect(feeding({ sources: [source('a', 'finished')], postedAt: null })).toMatchObject({ source: { id: 'a' } });
  expect(feeding({ sources: [source('a', 'finished'), source('b', 'live')], postedAt })).toMatchObject({
    source: { id: 'b' },
    posts: true,
  });
  expect(feeding({ sources: [source('b', 'live')], postedAt: null })).toMatchObject({ posts: false });
  expect(isTestNewest('2026-06-12T17:59:50.000Z', posted)).toBe(false);
  expect(isTestNewest('2026-06-12T18:00:01.000Z', posted)).toBe(true);
  expect(isTestNewest('2026-06-12T17:59:50.000Z', { type: 'nobody' })).toBe(true);
  expect(isTestNewest(null, posted)).toBe(false);
});

test('[SU1] a live source is good, a failed one broken, a lost one wants attention, a waiting one is busy', () => {
  expect((['live', 'failed', 'reconnecting', 'waiting', 'off'] as const).map(sourceStanding)).toEqual([
    'good',
    'broken',
    'attention',
    'busy',
    'idle',
  ]);
});

test('[SU2] a stage that is gone is broken during a show and wants a look before it', () => {
  expect(stageStanding([stage('gone')], true)).toBe('broken');
  expect(stageStanding([stage('gone')], false)).toBe('attention');
  expect(stageStanding([stage('never')], true)).toBe('idle');
  expect(stageStanding([stage('gone'), stage('connected')], true)).toBe('good');
});

test('[SU3] connected and paused wants a look, a wrong password a person', () => {
  expect(obsStanding({ state: 'connected', automation: 'on' })).toBe('good');
  expect(obsStanding({ state: 'connected', automation: 'paused' })).toBe('attention');
  expect(obsStanding({ state: 'wrong-password', automation: 'paused' })).toBe('broken');
});

test('[SU1] a queue with somebody unanswered wants attention', () => {
  expect(queueStanding({ open: 3, unanswered: 1 })).toBe('attention');
  expect(queueStanding({ open: 3, unanswered: 0 })).toBe('good');
  expect(queueStanding({ open: 0, unanswered: 0 })).toBe('idle');
});
