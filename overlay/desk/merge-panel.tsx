import { Merge, X } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { inLanguage } from '../../shared/local-text.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Skeleton } from '../parts/surface.tsx';
import { nearTime } from '../parts/time-words.ts';
import { act } from './act.ts';
import { isMergeable, mergeWay, merging, useOthers } from './merging.ts';
import { sayQueue } from './queue-words.ts';
import { canAct, fresh, now, open, view } from './state.ts';
import { StateSign } from './state-sign.tsx';
import { sayTeam } from './team-words.ts';
import { say, tongue } from './words.ts';

/** What the request can be merged with: opened by its key, Enter merges with the newest. */
export function MergePanel({ request }: { request: DeskRequest }) {
  return merging.value === request.id && canAct('merge') ? <Panel request={request} /> : null;
}

function Panel({ request }: { request: DeskRequest }) {
  const box = useRef<HTMLElement>(null);
  const others = useOthers(request.id, request.updatedAt);
  const count = others?.length;
  const possible = others === null || others.some((other) => isMergeable(request, other));
  useLayoutEffect(() => {
    // Whoever types meanwhile is left where they type.
    if (count !== undefined && !document.activeElement?.matches('input, textarea, select'))
      box.current?.querySelector<HTMLElement>('li button')?.focus();
  }, [count]);
  return (
    <section class="offer-panel" ref={box} aria-label={sayTeam('merge.title')}>
      <div class="apart">
        <div>
          <p class="offer-title">{possible ? sayTeam('merge.title') : sayQueue('same.title')}</p>
          {possible && <p class="quiet">{sayTeam('merge.text')}</p>}
        </div>
        <IconButton size="small" icon={X} label={say('offer.close')} onClick={close} />
      </div>
      {others === null && <Skeleton lines={1} label={sayTeam('merge.loading')} />}
      {count === 0 && <p>{sayTeam('merge.none')}</p>}
      {others !== null && count !== 0 && (
        <ul class="merge-list">
          {others.map((other) => (
            <Other key={other.id} request={request} other={other} />
          ))}
        </ul>
      )}
    </section>
  );
}

function close(): void {
  merging.value = null;
}

function Other({ request, other }: { request: DeskRequest; other: OtherRequest }) {
  const zone = view.value?.creator?.zone;
  return (
    <li class="merge-line">
      <span class="merge-what">
        <a href={`#${other.id}`}>{inLanguage(other.service, tongue()) || other.name}</a>{' '}
        <StateSign state={other.state} />{' '}
        {other.start && <span class="quiet figures">{nearTime(other.start, now.value, zone, tongue())}</span>}
      </span>
      <Way request={request} other={other} />
    </li>
  );
}

function Way({ request, other }: { request: DeskRequest; other: OtherRequest }) {
  const [asks, setAsks] = useState(false);
  const way = mergeWay(request, other);
  if (other.by === 'code') return <span class="quiet small">{sayTeam('merge.code')}</span>;
  if (way === null) return <span class="quiet small">{sayTeam('merge.neither')}</span>;
  const [from, into] = way === 'into' ? [other.id, request.id] : [request.id, other.id];
  const merge = () => {
    close();
    void act(from, { type: 'merge', into, ...(other.by === 'address' ? { unproven: true } : {}) });
    if (way === 'away') open(into, { replace: true });
  };
  if (asks) return <Unproven merge={merge} leave={() => setAsks(false)} />;
  return (
    <Button
      size="small"
      icon={Merge}
      disabled={!fresh.value}
      onClick={() => (other.by === 'address' ? setAsks(true) : merge())}
    >
      {sayTeam(`merge.${way}`)}
    </Button>
  );
}

/** What it means to merge where nobody but the moderator says that it is one person. */
function Unproven({ merge, leave }: { merge: () => void; leave: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div class="stack gap-2" role="alertdialog" aria-label={sayQueue('same.ask')} ref={box}>
      <p class="small">{sayQueue('same.ask')}</p>
      <div class="row gap-2">
        <Button size="small" onClick={leave}>
          {sayQueue('same.leave')}
        </Button>
        <Button size="small" look="danger" disabled={!fresh.value} onClick={merge}>
          {sayQueue('same.merge')}
        </Button>
      </div>
    </div>
  );
}

/** That it goes on in another one, with the way there. */
export function MergedBar({ request }: { request: DeskRequest }) {
  const into = request.mergedInto;
  if (into === null) return null;
  return (
    <p class="act-bar">
      {sayTeam('merge.gone')}{' '}
      <Button size="small" onClick={() => open(into, { replace: true })}>
        {sayTeam('merge.open')}
      </Button>
    </p>
  );
}
