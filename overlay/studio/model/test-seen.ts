import type { StudioView } from '../../../shared/studio-view.ts';

/** What becomes of a test gift that was sent, by what stands in its way to a viewer's eye: the first of these is told. */
export type TestSeen = 'sent' | 'sentNoStage' | 'sentBlank' | 'sentPaused';

export function testSeen({ stages, onStage }: Pick<StudioView, 'stages' | 'onStage'>): TestSeen {
  if (!stages.some(({ state }) => state === 'connected')) return 'sentNoStage';
  if (onStage.blank) return 'sentBlank';
  return onStage.alertControl.paused ? 'sentPaused' : 'sent';
}
