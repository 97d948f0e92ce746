/**
 * Every request type that Cuedesk may send: what places and refreshes the stage, and what the actions of scene rules
 * are made of. It never touches stream settings, profiles or scripts and writes no file, whatever asks for it. Streams and recordings
 * are started and stopped only by a rule of an owner who has ticked that rules may; see `SceneAutomation`.
 */
export const ALLOWED_REQUESTS = [
  'GetVersion',
  'GetSceneList',
  'GetSceneCollectionList',
  'GetCurrentProgramScene',
  'SetCurrentProgramScene',
  'GetStudioModeEnabled',
  'SetCurrentPreviewScene',
  'GetVideoSettings',
  'GetInputKindList',
  'GetInputList',
  'CreateInput',
  'SetInputSettings',
  'GetInputSettings',
  'PressInputPropertiesButton',
  'GetStreamStatus',
  'GetRecordStatus',
  'GetSceneItemId',
  'GetSceneItemList',
  'GetGroupSceneItemList',
  'GetSourceFilterList',
  'GetSceneTransitionList',
  'GetHotkeyList',
  'SetSceneItemEnabled',
  'TriggerMediaInputAction',
  'SetSourceFilterEnabled',
  'SetInputMute',
  'SetCurrentSceneTransition',
  'SetCurrentSceneTransitionDuration',
  'SaveReplayBuffer',
  'CreateRecordChapter',
  'TriggerHotkeyByName',
  'StartStream',
  'StopStream',
  'StartRecord',
  'StopRecord',
] as const;
export type AllowedRequest = (typeof ALLOWED_REQUESTS)[number];

/** What an OBS must offer for scene rules to work at all; see `availableRequests` of GetVersion. */
export const NEEDED_REQUESTS: ReadonlyArray<AllowedRequest> = [
  'GetSceneList',
  'GetCurrentProgramScene',
  'SetCurrentProgramScene',
  'GetStudioModeEnabled',
];

/** Throws for a request type off the list: that is a bug of ours, not a refusal. */
export function assertAllowed(type: string): asserts type is AllowedRequest {
  if (!ALLOWED_REQUESTS.some((allowed) => allowed === type)) {
    throw new Error(`the request ${type} is not on the list of what may be sent to OBS`);
  }
}
