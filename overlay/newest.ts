/**
 * Keeps apart what is asked for and what is pushed of one thing: an answer that was made before what is shown by now may
 * come after it, and must not take its place.
 */
export function newest() {
  let turns = 0;
  let shown = 0;
  const turn = () => {
    turns += 1;
    return turns;
  };
  return {
    /** The thing was pushed, or is known by an act of this page, and is shown: what was asked for before is older. */
    pushed(): void {
      shown = turn();
    },
    /** To be called before asking; what it returns says whether the answer is to be shown still. */
    asked(): () => boolean {
      const mine = turn();
      return () => {
        if (mine < shown) return false;
        shown = mine;
        return true;
      };
    },
  };
}
