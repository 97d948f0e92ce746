/** Lets work through one at a time, in the order of asking: rule 1 of the house, all changes of one creator pass one door. */
export interface Door {
  /** Runs `work` after everything that was asked before it has settled. Rejects with what `work` throws; others go on. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createDoor(): Door {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
