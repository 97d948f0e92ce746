/** Those who are told of a change after it was kept. One throws: the others are told all the same. */
export interface Listeners<T> {
  /** Adds one; the answer takes it away again. */
  add(listener: (change: T) => void): () => void;
  tell(change: T): void;
}

/** `onFault` gets what a listener threw: a bug of that listener, never of the change. */
export function createListeners<T>(onFault: (error: unknown) => void): Listeners<T> {
  const all = new Set<(change: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(change) {
      for (const listener of all) {
        try {
          listener(change);
        } catch (error) {
          onFault(error);
        }
      }
    },
  };
}
