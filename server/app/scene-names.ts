import type { ObsFact } from '../core/scenes/facts.ts';
import type { Renames } from '../core/scenes/rename.ts';
import { scenesNamed } from '../core/scenes/scene-ids.ts';
import type { Directing } from './directing.ts';
import { KnownScenes, type SceneIdsKept } from './known-scenes.ts';
import type { NamedElsewhere } from './named-elsewhere.ts';

/** Between what OBS tells and the director: names in rules, and elsewhere, go with the scenes that they mean. */
export class SceneNames {
  readonly #known: KnownScenes;
  readonly #directing: Directing;
  readonly #elsewhere: NamedElsewhere | null;
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(kept: SceneIdsKept, directing: Directing, elsewhere: NamedElsewhere | null) {
    this.#known = new KnownScenes(kept);
    this.#directing = directing;
    this.#elsewhere = elsewhere;
  }

  get kept(): SceneIdsKept {
    return this.#known.kept;
  }

  /** Old name to new, until the streamer has taken note. */
  get renamed(): ReadonlyMap<string, string> {
    return this.#known.renamed;
  }

  /** Hands on what OBS tells, behind the renames that it shows; true when names or ids are to be kept anew. */
  heard(fact: ObsFact): boolean {
    if (fact.type === 'scene-renamed') {
      this.#known.follow(fact.from, fact.to, this.#used());
      this.#tellElsewhere(new Map([[fact.from, fact.to]]));
    }
    const before = this.#known.kept;
    if ('scenes' in fact) {
      const { renamed, strangers } = this.#known.look(fact, this.#used());
      if (renamed.size > 0) {
        this.#tellElsewhere(renamed);
        this.#directing.take({ type: 'scenes-found-renamed', renamed });
      }
      this.#directing.take({ ...fact, strangers });
    } else this.#directing.take(fact);
    return fact.type === 'scene-renamed' || before !== this.#known.kept;
  }

  /** Other names are in use, or mean other scenes. */
  again(): void {
    const { scenes } = this.#directing.state;
    const { strangers } = this.#known.again(this.#used());
    this.#directing.take({ type: 'scenes-listed', scenes, strangers });
  }

  /** The streamer has taken note of this name; the scene that has it now is the one that is meant. */
  settle(scene: string): void {
    this.#known.renamed.delete(scene);
    this.#known.adopt(scene);
    this.again();
  }

  /** Resolves once every rename is kept elsewhere as well. */
  async settled(): Promise<void> {
    await this.#keeping;
  }

  #tellElsewhere(renames: Renames): void {
    this.#keeping = Promise.all([this.#keeping, this.#elsewhere?.renamed(renames)]);
  }

  #used(): Set<string> {
    const { rules, automation } = this.#directing.state;
    return new Set([...scenesNamed(rules, automation), ...(this.#elsewhere?.scenes() ?? [])]);
  }
}
