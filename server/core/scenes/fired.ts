/**
 * Pairs of rule and streak are remembered, so that a rule fires once per streak; some thousands, the oldest are
 * forgotten first.
 */
const MOST_REMEMBERED = 4000;

/** Which rules have fired for which streaks. Changed in place, like the memory it is part of. */
export function newFired() {
  const pairs = new Set<string>();
  const key = (rule: string, streak: string) => `${rule}\u0000${streak}`;
  return {
    has: (rule: string, streak: string) => pairs.has(key(rule, streak)),
    add(rule: string, streak: string): void {
      pairs.add(key(rule, streak));
      if (pairs.size <= MOST_REMEMBERED) return;
      for (const oldest of pairs) {
        pairs.delete(oldest);
        return;
      }
    },
  };
}
