import { z } from 'zod';
import type { ActionOf } from '../../shared/scene-actions.ts';
import { type Deed, type DeedOutcome, lateFrom } from '../core/scenes/facts.ts';
import type { ObsLink } from './link.ts';
import { NOT_RUNNING, ObsFault, whyRefused } from './obs-fault.ts';
import type { AllowedRequest } from './requests.ts';

/** One request to OBS. */
interface Ask {
  readonly request: AllowedRequest;
  readonly data?: Record<string, unknown>;
}

const ItemId = z.object({ sceneItemId: z.int() });

const MEDIA_ACTS = {
  play: 'OBS_WEBSOCKET_MEDIA_INPUT_ACTION_PLAY',
  pause: 'OBS_WEBSOCKET_MEDIA_INPUT_ACTION_PAUSE',
  restart: 'OBS_WEBSOCKET_MEDIA_INPUT_ACTION_RESTART',
  stop: 'OBS_WEBSOCKET_MEDIA_INPUT_ACTION_STOP',
} as const;

/** Does one step of a rule, or says why not: `not-in-this-obs` where OBS lacks the request, `not-found` what it names. */
export async function doDeed(deed: Deed, link: ObsLink): Promise<DeedOutcome> {
  if (Date.now() >= lateFrom(deed.since)) return refused('too-late');
  try {
    const asks = await asksOf(deed.action, link);
    if (asks.some(({ request }) => !link.has(request))) return refused('not-in-this-obs');
    for (const { request, data } of asks) await link.asking.call(request, data, z.unknown());
    return { type: 'done' };
  } catch (error) {
    const isReplayOff = deed.action.type === 'save-replay' && error instanceof ObsFault && error.code === NOT_RUNNING;
    return refused(isReplayOff ? 'replay-off' : whyRefused(error));
  }
}

async function asksOf(action: Deed['action'], link: ObsLink): Promise<Ask[]> {
  switch (action.type) {
    case 'source':
      return [await visibility(action, link)];
    case 'text':
      return [
        one('SetInputSettings', { inputName: action.input, inputSettings: { text: action.text }, overlay: true }),
      ];
    case 'media':
      return [one('TriggerMediaInputAction', { inputName: action.input, mediaAction: MEDIA_ACTS[action.act] })];
    case 'filter':
      return [
        one('SetSourceFilterEnabled', {
          sourceName: action.source,
          filterName: action.filter,
          filterEnabled: action.on,
        }),
      ];
    case 'mute':
      return [one('SetInputMute', { inputName: action.input, inputMuted: action.muted })];
    case 'transition':
      return transition(action);
    case 'save-replay':
      return [one('SaveReplayBuffer')];
    case 'chapter':
      return [one('CreateRecordChapter', action.name === '' ? undefined : { chapterName: action.name })];
    case 'hotkey':
      return [one('TriggerHotkeyByName', { hotkeyName: action.hotkey })];
    case 'output': {
      const { of, on } = action;
      return [one(of === 'stream' ? (on ? 'StartStream' : 'StopStream') : on ? 'StartRecord' : 'StopRecord')];
    }
    case 'layout':
    case 'alerts':
    case 'alert':
      throw new Error(`${action.type} is no step for OBS`);
  }
}

/** OBS knows a source within a scene by a number, which is asked for each time: the human may have added it anew. */
async function visibility({ scene, source, visible }: ActionOf<'source'>, { asking }: ObsLink): Promise<Ask> {
  const item = await asking.call('GetSceneItemId', { sceneName: scene, sourceName: source }, ItemId);
  return one('SetSceneItemEnabled', { sceneName: scene, sceneItemId: item.sceneItemId, sceneItemEnabled: visible });
}

function transition({ transition: name, milliseconds }: ActionOf<'transition'>): Ask[] {
  const chosen = one('SetCurrentSceneTransition', { transitionName: name });
  if (milliseconds === null) return [chosen];
  return [chosen, one('SetCurrentSceneTransitionDuration', { transitionDuration: milliseconds })];
}

function one(request: AllowedRequest, data?: Record<string, unknown>): Ask {
  return data === undefined ? { request } : { request, data };
}

function refused(why: string): DeedOutcome {
  return { type: 'refused', why };
}
