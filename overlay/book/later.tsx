import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed, Loading } from './faces.tsx';
import type { Loaded } from './loaded.ts';

/** A part of the page whose script is not of the first load. */
export interface Later<P> {
  readonly Part: FunctionComponent<P>;
  /** Fetches the script ahead, so that the part is there when it is wanted. */
  readonly fetch: () => void;
}

/** `Waiting`: shown until it is there. A script that cannot be had is a network that is away, or a newer Cuedesk on the server: a new load mends both. */
export function later<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Waiting: FunctionComponent = () => <Loading whole />,
): Later<P> {
  const part = signal<Loaded<FunctionComponent<P>>>({ type: 'loading' });
  let asked = false;
  function fetch() {
    if (asked) return;
    asked = true;
    load().then(
      (value) => {
        part.value = { type: 'ready', value };
      },
      () => {
        asked = false;
        part.value = { type: 'failed', why: 'offline' };
      },
    );
  }
  function Part(props: P) {
    useEffect(fetch, []);
    const current = part.value;
    if (current.type === 'loading') return <Waiting />;
    if (current.type === 'failed') return <Failed why={current.why} retry={() => location.reload()} />;
    return <current.value {...props} />;
  }
  return { Part, fetch };
}
