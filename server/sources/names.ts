import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { UnusableSource } from './source.ts';
import type { SourceSpec } from './spec.ts';

/** Gives recordings of one file name in several folders names of their own, for as long as the program runs. */
export type Names = ReturnType<typeof createNames>;

export function createNames() {
  const fileOf = new Map<string, string>();
  return (spec: SourceSpec): SourceSpec => {
    if (spec.type !== 'replay') return spec;
    const file = resolve(spec.file);
    const holder = fileOf.get(spec.id);
    if (holder === undefined) fileOf.set(spec.id, file);
    return holder === undefined || holder === file ? spec : { ...spec, id: `${spec.id}~${shortHash(file)}` };
  };
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 6);
}

/** Throws {@link UnusableSource} when two of them are one source: the second would stop the first. */
export function refuseTwice(specs: ReadonlyArray<SourceSpec>): void {
  const twice = specs.find(({ id }, at) => specs.findIndex((other) => other.id === id) !== at);
  if (twice) throw new UnusableSource(`The source ${twice.id} is named twice: name it once.`);
}
