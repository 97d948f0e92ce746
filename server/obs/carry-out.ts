import { z } from 'zod';
import { lateFrom, type Wish, type WishOutcome } from '../core/scenes/facts.ts';
import { diffScene } from './diff.ts';
import { type ObsLink, readStage, readStudioMode } from './link.ts';
import { ObsFault, whyRefused } from './obs-fault.ts';
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
    const [{ program, preview }, studioMode] = await Promise.all([readStage(link.asking), readStudioMode(link.asking)]);
    const { scenes, staged, programBefore, previewByHand } = watch.seen;
    const before = { staged, program: programBefore, byHand: previewByHand };
    const ask = diffScene(wish, { program, preview, studioMode, scenes }, believed, before);
    if (ask.type === 'none') {
      if (ask.why === 'human-changed') {
        // Its event is still to come, and is no second change then.
        watch.expect(program);
        watch.noteProgram(program);
      }
      return refused(ask.why);
    }
    if (ask.type === 'stage-preview') {
      watch.expectPreview(ask.scene);
      await link.asking.call('SetCurrentPreviewScene', named(ask.scene, watch), z.unknown());
      watch.seen.staged = ask.scene;
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
    await link.asking.call('SetCurrentProgramScene', named(scene, watch), z.unknown());
  } catch (error) {
    if (error instanceof ObsFault && error.kind === 'request') watch.withdraw(scene);
    throw error;
  }
  watch.nowOn(scene);
  return { type: 'switched' };
}

/** By its id where OBS gives one: between what was read and this request it may have got another name. */
function named(scene: string, watch: Watch): Record<string, string> {
  const id = watch.seen.ids.get(scene);
  return id === undefined ? { sceneName: scene } : { sceneUuid: id };
}

function whyOf(error: unknown): string {
  const why = whyRefused(error);
  return why === 'not-found' ? 'scene-missing' : why;
}

function refused(why: string): WishOutcome {
  return { type: 'refused', why };
}
