/**
 * Every request type that Cuedesk may send. It changes the scene, places the stage and refreshes it; it never starts or stops a
 * stream, touches stream settings, files, hotkeys or scripts, whatever asks for it.
 */
export const ALLOWED_REQUESTS = [
  'GetVersion',
  'GetSceneList',
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
