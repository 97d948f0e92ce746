/**
 * Keeps what is shown from going back in time. Call it as something is asked; what it returns says, when the answer has come,
 * whether to take it: false once one that was asked later was taken.
 */
export function onward(): () => () => boolean {
  let asked = 0;
  let taken = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => {
      if (mine < taken) return false;
      taken = mine;
      return true;
    };
  };
}
