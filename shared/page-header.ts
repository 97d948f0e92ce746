/*
 * Which page calls, where it signs in beside the others of its browser. Docks of one OBS share a browser, and the scene
 * buttons are let in with fewer rights than the desk. Without zod, since the desk's page reads this.
 */

export const PAGE_HEADER = 'cuedesk-page';
/** The scene buttons alone. */
export const SCENES_PAGE = 'scenes';
