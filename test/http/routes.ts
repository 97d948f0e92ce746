import type { OpenDoor } from '../../server/outside.ts';
import type { Right } from '../../shared/rights.ts';

/** One route of a door with one method, as a table of all of them needs it. */
export interface Route {
  readonly method: string;
  /** As the router has it, `/api/v1/services/:id`. */
  readonly pattern: string;
  /** With something in place of each parameter. */
  readonly path: string;
  readonly access: string;
  /** The right that a moderator needs for it beside a login. */
  readonly right: Right | null;
}

/** Every route of a door by the router's own list, but for the HEAD that comes with each GET. */
export function routesOf(door: OpenDoor): Route[] {
  return door.api.routesOfDoor.flatMap(({ method, url, config }) =>
    [method].flat().flatMap((one) => {
      if (one === 'HEAD' || one === 'OPTIONS') return [];
      const path = url.replace(/:\w+/g, 'none').replace(/\*$/, 'none.js');
      return [{ method: one, pattern: url, path, access: String(config?.access), right: config?.right ?? null }];
    }),
  );
}
