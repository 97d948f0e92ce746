import type { StageDesign } from '../../../shared/stage-design.ts';

/** Whether two designs say the same. The order of an object's fields says nothing: boxes are written in any. */
export function sameDesign(one: StageDesign, other: StageDesign): boolean {
  return same(one, other);
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    mine.length === theirs.size &&
    mine.every(([name, value]) => theirs.has(name) && same(value, theirs.get(name)))
  );
}
