import { useEffect, useRef, useState } from 'preact/hooks';
import type { Block } from '../../shared/blocks.ts';
import type { Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Skeleton } from '../parts/surface.tsx';
import { dayAndClock } from '../parts/time-words.ts';
import { blocks, blocksRefused, blocksShown, lift, readBlocks } from './blocking.ts';
import { personName } from './person-name.ts';
import { refusedText } from './refusal-card.tsx';
import { SpamWordsForm } from './spam-words.tsx';
import { fresh, view } from './state.ts';
import { say, tongue } from './words.ts';

/** Who is kept out: whom, why, who did it and when, each with the way back. */
export function BlocksPanel() {
  const box = useRef<HTMLDialogElement>(null);
  const shown = blocksShown.value;
  useEffect(() => {
    if (!shown) return box.current?.close();
    void readBlocks();
    box.current?.showModal();
  }, [shown]);
  return (
    <dialog ref={box} class="paste-panel" aria-label={say('block.title')} onClose={close}>
      {shown && (
        <div class="stack">
          <h2>{say('block.title')}</h2>
          <p class="quiet">{say('block.text')}</p>
          <List />
          <SpamWordsForm />
          <div class="row gap-2">
            <Button onClick={close}>{say('block.close')}</Button>
          </div>
        </div>
      )}
    </dialog>
  );
}

function close(): void {
  blocksShown.value = false;
}

function List() {
  const refused = blocksRefused.value;
  if (refused) return <p role="alert">{refusedText(refused, null)}</p>;
  const all = blocks.value;
  if (all === null) return <Skeleton lines={3} label={say('block.title')} />;
  if (all.length === 0) return <p>{say('block.none')}</p>;
  return (
    <ul class="blocked-list">
      {all.map((block) => (
        <Blocked key={block.id} block={block} />
      ))}
    </ul>
  );
}

function Blocked({ block }: { block: Block }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const when = dayAndClock(block.at, view.value?.creator?.zone, tongue());
  return (
    <li class="blocked">
      <div class="blocked-who">
        <strong dir="auto">{block.name || say('context.erased')}</strong>
        <p dir="auto">{block.reason}</p>
        <p class="quiet small figures">{say('block.by', { name: personName(block.byName), when })}</p>
      </div>
      <Button size="small" disabled={!fresh.value} onClick={() => void lift(block.id).then(setRefused)}>
        {say('block.lift')}
      </Button>
      {refused && <p role="alert">{refusedText(refused, null)}</p>}
    </li>
  );
}
