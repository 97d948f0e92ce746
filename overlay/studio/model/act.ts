import { useState } from 'preact/hooks';
import { type Answer, ask, type Method, type Refused } from '../../parts/ask.ts';

/** Where one button's call stands. */
export type ActState<T> =
  | { readonly type: 'idle' }
  | { readonly type: 'busy' }
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'refused'; readonly refused: Refused };

export interface Act<T> {
  readonly state: ActState<T>;
  readonly busy: boolean;
  readonly done: boolean;
  /** The refusal to show beside the button; null while there is none. */
  readonly refused: Refused | null;
  run(method: Method, path: string, body?: unknown): Promise<Answer<T>>;
  clear(): void;
}

/** One call of the API that a button makes, with what became of it. */
export function useAct<T = unknown>(): Act<T> {
  const [state, setState] = useState<ActState<T>>({ type: 'idle' });
  async function run(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    setState({ type: 'busy' });
    const answer = await ask<T>(method, path, body);
    setState(answer.type === 'done' ? answer : { type: 'refused', refused: answer });
    return answer;
  }
  return {
    state,
    busy: state.type === 'busy',
    done: state.type === 'done',
    refused: state.type === 'refused' ? state.refused : null,
    run,
    clear: () => setState({ type: 'idle' }),
  };
}
