import { z } from 'zod';
import { lateFrom, type Wish, type WishOutcome } from '../core/scenes/director-state.ts';
import { diffScene } from './diff.ts';
import { type ObsLink, readProgram, readStudioMode } from './link.ts';
import { NOT_FOUND, ObsFault } from './obs-fault.ts';
import type { Watch } from './watch.ts';

/**
 * Makes a wish true, or says why not. Asks OBS first: its events of a human's change come only after the transition,
 * its answers at once.
 */
export async function carryOut(wish: Wish, link: ObsLink, watch: Watch): Promise<WishOutcome> {
  if (Date.now() >= lateFrom(wish.since)) return refused('too-late');
  if (watch.seen.unsettled) return refused('obs-busy');
  try {
    const believed = watch.seen.scene;
    const [program, studioMode] = await Promise.all([readProgram(link.asking), readStudioMode(link.asking)]);
    const ask = diffScene(wish, { program, studioMode, scenes: watch.seen.scenes }, believed);
    if (ask.type === 'none') {
      if (ask.why === 'human-changed') {
        // Its event is still to come, and is no second change then.
        watch.expect(program);
        watch.noteProgram(program);
      }
      return refused(ask.why);
    }
    if (ask.type === 'stage-preview') {
      await link.asking.call('SetCurrentPreviewScene', { sceneName: ask.scene }, z.unknown());
      return { type: 'staged' };
    }
    return await switchProgram(ask.scene, link, watch);
  } catch (error) {
    return refused(whyOf(error));
  }
}

async function switchProgram(scene: string, link: ObsLink, watch: Watch): Promise<WishOutcome> {
  watch.expect(scene);
  try {
    await link.asking.call('SetCurrentProgramScene', { sceneName: scene }, z.unknown());
  } catch (error) {
    if (error instanceof ObsFault && error.kind === 'request') watch.withdraw(scene);
    throw error;
  }
  watch.seen.scene = scene;
  return { type: 'switched' };
}

function whyOf(error: unknown): string {
  if (!(error instanceof ObsFault)) throw error;
  if (error.kind === 'silent') return 'no-answer';
  if (error.kind === 'request') return error.code === NOT_FOUND ? 'scene-missing' : 'obs-refused';
  return 'obs-not-connected';
}

function refused(why: string): WishOutcome {
  return { type: 'refused', why };
}
