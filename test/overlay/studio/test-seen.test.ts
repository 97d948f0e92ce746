import { expect, test } from 'vitest';
import { testSeen } from '../../../overlay/studio/model/test-seen.ts';
import type { StudioView } from '../../../shared/studio-view.ts';

type Seen = Parameters<typeof testSeen>[0];

function given(state: StudioView['stages'][number]['state'], onStage: Partial<StudioView['onStage']> = {}): Seen {
  const stages = [{ state }] as unknown as StudioView['stages'];
  const nothing = { blank: false, alertControl: { paused: false, muted: false } } as StudioView['onStage'];
  return { stages, onStage: { ...nothing, ...onStage } };
}

test('[SU577] a test gift is on its way only where a viewer could see it', () => {
  const paused = { alertControl: { paused: true, muted: false } } as Partial<StudioView['onStage']>;
  expect(testSeen(given('connected'))).toBe('sent');
  expect(testSeen(given('connected', paused))).toBe('sentPaused');
  expect(testSeen(given('connected', { ...paused, blank: true }))).toBe('sentBlank');
  expect(testSeen(given('gone', { ...paused, blank: true }))).toBe('sentNoStage');
  expect(testSeen({ ...given('connected'), stages: [] })).toBe('sentNoStage');
});
