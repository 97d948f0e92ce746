import type { EpochMillis } from '../../shared/time.ts';
import { renamedCode, sceneOfSubject } from '../core/booking/short-code.ts';
import type { Renames } from '../core/scenes/rename.ts';
import type { KeptCode } from '../store/codes.ts';

/** The codes of a creator as they are kept, by code and by what they are for. One subject has one code. */
export class KnownCodes {
  readonly #codes = new Map<string, KeptCode>();
  readonly #bySubject = new Map<string, string>();

  get size(): number {
    return this.#codes.size;
  }

  all(): Iterable<KeptCode> {
    return this.#codes.values();
  }

  get(code: string): KeptCode | undefined {
    return this.#codes.get(code);
  }

  for(subject: string): KeptCode | undefined {
    const code = this.#bySubject.get(subject);
    return code === undefined ? undefined : this.#codes.get(code);
  }

  remember(code: KeptCode): void {
    this.#codes.set(code.code, code);
    this.#bySubject.set(code.subject, code.code);
  }

  /** Its code is off the stage from now on, and the subject is free for another. */
  end(subject: string, now: EpochMillis): void {
    const code = this.for(subject);
    this.#bySubject.delete(subject);
    if (!code) return;
    const shownUntil = Math.min(code.shownUntil ?? now, now);
    this.remember({ ...code, subject: `ended ${code.code}`, shownUntil });
  }

  drop(code: string): void {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (known) this.#bySubject.delete(known.subject);
  }

  countCards(): number {
    return [...this.#codes.values()].filter(({ kind }) => kind === 'card').length;
  }

  /** The scenes that codes are for. */
  scenes(): string[] {
    return [...this.#codes.values()].flatMap(({ subject }) => sceneOfSubject(subject) ?? []);
  }

  /** Scenes have other names now, all at once, and keep their codes; one that had the new name's ends. Answers those. */
  rename(renames: Renames, now: EpochMillis): KeptCode[] {
    const renamed = [...this.#codes.values()].flatMap((code) => renamedCode(code, renames) ?? []);
    for (const { code } of renamed) this.#bySubject.delete(this.#codes.get(code)?.subject ?? '');
    for (const { subject } of renamed) this.end(subject, now);
    for (const one of renamed) this.remember(one);
    return renamed;
  }
}
