import type { Renames } from '../core/scenes/rename.ts';

/** What else names scenes: the layouts of stages, short codes. */
export interface NamedElsewhere {
  /** The names, as far as their scenes are to be found again when they are renamed while Cuedesk is off. */
  scenes(): Iterable<string>;
  /** Scenes have other names now. Resolves once that is kept; must not reject. */
  renamed(renames: Renames): Promise<void>;
}
