import { type Recognised, recognise, type SceneIds } from '../core/scenes/scene-ids.ts';

/** More collections than anybody switches between; the one that was not seen for longest goes first. */
const MOST_COLLECTIONS = 20;
/** Renames that the streamer has not been told of yet. */
const MOST_TOLD = 20;

/** By the name of the scene collection, empty where OBS does not tell it: scenes and their ids. */
export type SceneIdsKept = ReadonlyMap<string, SceneIds>;

interface Told {
  readonly ids?: SceneIds;
  readonly collection?: string | null;
}

/**
 * Which scenes the names in rules stand for: by the ids that OBS gives them, kept beside the rules by scene collection.
 * An OBS without ids changes nothing, and its scenes go by their names.
 */
export class KnownScenes {
  #kept: SceneIdsKept;
  #listed: SceneIds = new Map();
  #collection = '';
  /** Old name to new, until the streamer has taken note. */
  readonly renamed = new Map<string, string>();

  constructor(kept: SceneIdsKept) {
    this.#kept = kept;
  }

  /** Another object whenever something in it is another. */
  get kept(): SceneIdsKept {
    return this.#kept;
  }

  /** Takes in what OBS lists now; `used`: the names that rules mean. */
  look(told: Told, used: ReadonlySet<string>): Pick<Recognised, 'renamed' | 'strangers'> {
    this.#listed = told.ids ?? new Map();
    this.#collection = told.collection ?? '';
    return this.again(used);
  }

  /** The same list with other names in use. */
  again(used: ReadonlySet<string>): Pick<Recognised, 'renamed' | 'strangers'> {
    const { renamed, strangers, known } = recognise(this.#known(), this.#listed, used);
    if (this.#listed.size > 0) this.#keep(known);
    for (const [from, to] of renamed) this.renamed.set(from, to);
    for (const from of [...this.renamed.keys()].slice(MOST_TOLD)) this.renamed.delete(from);
    return { renamed, strangers };
  }

  /**
   * Somebody gave a scene another name under our eyes; `used`: the names that rules mean. A name that a scene in use has
   * come to is that scene's, although another had it that is gone; one that no rule means leaves it to the other.
   */
  follow(from: string, to: string, used: ReadonlySet<string>): void {
    const named = ([name, id]: [string, string]): [string, string] => [name === from ? to : name, id];
    this.#listed = new Map([...this.#listed].map(named));
    const lost = used.has(from) || !used.has(to) ? to : from;
    const known = [...this.#known()].filter(([name]) => name !== lost);
    this.#keep(new Map(known.map(named)));
    if (used.has(from)) this.#noteRename(from, to);
  }

  /** Renamed twice is renamed once, from the first name to the last; back to the first is not renamed at all. */
  #noteRename(from: string, to: string): void {
    const first = [...this.renamed].find(([, now]) => now === from)?.[0] ?? from;
    if (first === to) this.renamed.delete(first);
    else this.renamed.set(first, to);
    for (const old of [...this.renamed.keys()].slice(MOST_TOLD)) this.renamed.delete(old);
  }

  /** From now on the scene that has this name is meant by it. */
  adopt(scene: string): void {
    const id = this.#listed.get(scene);
    if (id !== undefined) this.#keep(new Map(this.#known()).set(scene, id));
  }

  #known(): SceneIds {
    return this.#kept.get(this.#collection) ?? new Map();
  }

  #keep(known: SceneIds): void {
    if (isSame(known, this.#known())) return;
    const kept = new Map(this.#kept);
    kept.delete(this.#collection);
    kept.set(this.#collection, known);
    const [oldest] = kept.size > MOST_COLLECTIONS ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    this.#kept = kept;
  }
}

function isSame(one: SceneIds, other: SceneIds): boolean {
  return one.size === other.size && [...one].every(([name, id]) => other.get(name) === id);
}
