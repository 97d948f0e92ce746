import { z } from 'zod';
import type { ActionOf } from '../../shared/scene-actions.ts';
import { type Deed, type DeedOutcome, lateFrom } from '../core/scenes/facts.ts';
import { groupsIn } from './groups.ts';
import type { ObsLink } from './link.ts';
import { NOT_FOUND, NOT_RUNNING, ObsFault, whyRefused } from './obs-fault.ts';
import type { AllowedRequest } from './requests.ts';

/** One request to OBS. */
interface Ask {
  readonly request: AllowedRequest;
  readonly data?: Record<string, unknown>;
}

const ItemId = z.object({ sceneItemId: z.int() });

const InputKind = z.object({ inputKind: z.string() });

const FILE_SETTINGS: Readonly<Record<string, (file: string) => Record<string, unknown>>> = {
  image_source: (file) => ({ file }),
  ffmpeg_source: (file) => ({ local_file: file, is_local_file: true }),
  vlc_source: (file) => ({ playlist: [{ value: file, hidden: false, selected: false }] }),
};

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
    if (asks === null) return refused('no-file-input');
    if (asks.some(({ request }) => !link.has(request))) return refused('not-in-this-obs');
    for (const { request, data } of asks) await link.asking.call(request, data, z.unknown());
    return { type: 'done' };
  } catch (error) {
    const isReplayOff = deed.action.type === 'save-replay' && error instanceof ObsFault && error.code === NOT_RUNNING;
    return refused(isReplayOff ? 'replay-off' : whyRefused(error));
  }
}

/** Null: the input takes no file. */
async function asksOf(action: Deed['action'], link: ObsLink): Promise<Ask[] | null> {
  switch (action.type) {
    case 'source':
      return [await visibility(action, link)];
    case 'text':
      return [
        one('SetInputSettings', { inputName: action.input, inputSettings: { text: action.text }, overlay: true }),
      ];
    case 'media-file':
      return mediaFile(action, link);
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

/** Each kind of input that shows a file has another name for it. */
async function mediaFile({ input, file }: ActionOf<'media-file'>, { asking }: ObsLink): Promise<Ask[] | null> {
  const { inputKind } = await asking.call('GetInputSettings', { inputName: input }, InputKind);
  const inputSettings = FILE_SETTINGS[inputKind]?.(file);
  return inputSettings ? [one('SetInputSettings', { inputName: input, inputSettings, overlay: true })] : null;
}

/**
 * OBS knows a source within a scene by a number, which is asked for each time: the human may have added it anew. A source
 * of a group is none of the scene's own: to OBS the group is a scene beside the others.
 */
async function visibility(action: ActionOf<'source'>, link: ObsLink): Promise<Ask> {
  const { scene, source, visible } = action;
  const { asking } = link;
  const within = async (sceneName: string) => {
    const { sceneItemId } = await asking.call('GetSceneItemId', { sceneName, sourceName: source }, ItemId);
    return one('SetSceneItemEnabled', { sceneName, sceneItemId, sceneItemEnabled: visible });
  };
  try {
    return await within(scene);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    for (const group of await groupsIn(scene, link)) {
      const found = await within(group).catch((failed: unknown) => {
        if (!isNotFound(failed)) throw failed;
      });
      if (found) return found;
    }
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof ObsFault && error.code === NOT_FOUND;
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
