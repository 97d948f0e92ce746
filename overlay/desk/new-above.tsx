import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { lens } from './lens.ts';
import { reveal, scroll } from './list-window.ts';
import { sayQueue } from './queue-words.ts';
import { newAbove } from './rows-above.ts';

/** What has come to the top of the list while it was scrolled further down, with the way there. */
export function NewAbove({ ids }: { ids: ReadonlyArray<string> }) {
  const known = useRef<ReadonlySet<string>>(new Set());
  const seen = useRef(lens.value);
  const { top, row } = scroll.value;
  // Another list is new as a whole, and nothing of it has come meanwhile.
  if (seen.current !== lens.value) {
    seen.current = lens.value;
    known.current = new Set(ids);
  }
  const first = Math.floor(top / row);
  const count = newAbove(ids, first, known.current);
  useLayoutEffect(() => {
    known.current = first === 0 ? new Set(ids) : new Set([...known.current, ...ids.slice(first)]);
  }, [ids, first]);
  if (count === 0) return null;
  return (
    <div class="list-above" role="status">
      <Button size="small" look="primary" onClick={() => reveal(0)}>
        {sayQueue('above', { count })}
      </Button>
    </div>
  );
}
