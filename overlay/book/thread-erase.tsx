import { Check, Download, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/thread-view.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { erasingCancels } from './cutoff.ts';
import { useOpened } from './opened.ts';
import { acting, dataAddress, type ErasedThread, eraseThread, tell } from './thread-state.ts';
import { say } from './words.ts';

/** The own data: as a file, and erased. Erasing is said twice before it counts: nothing brings it back. */
export function Erase({ secret, view }: { secret: string; view: ThreadView }) {
  const [asking, setAsking] = useState(false);
  if (!view.actions.includes('erase')) return null;
  const cancels = erasingCancels(view);
  if (!asking)
    return (
      <p class="erase-door">
        <LinkButton look="plain" icon={Download} href={dataAddress(secret)} download>
          {say('erase.download')}
        </LinkButton>
        <Button look="plain" icon={Trash2} onClick={() => setAsking(true)}>
          {say('erase.open')}
        </Button>
      </p>
    );
  function keep() {
    setAsking(false);
    tell();
  }
  return <ReallyErase secret={secret} name={view.creator.name} cancels={cancels} keep={keep} />;
}

interface ReallyProps {
  secret: string;
  name: string;
  /** A booking goes with the data. */
  cancels: boolean;
  keep: () => void;
}

function ReallyErase({ secret, name, cancels, keep }: ReallyProps) {
  const opened = useOpened<HTMLFieldSetElement>();
  return (
    <fieldset class="card really erase" tabIndex={-1} ref={opened}>
      <legend class="unseen">{say('erase.title')}</legend>
      <p class="erase-title" aria-hidden="true">
        {say('erase.title')}
      </p>
      <p>{say('erase.text', { name })}</p>
      {cancels && <p>{say('erase.textBooked')}</p>}
      <div class="row gap-2">
        <Button look="danger" disabled={acting.value} onClick={() => void eraseThread(secret, cancels)}>
          {say('erase.yes')}
        </Button>
        <Button onClick={keep}>{say('erase.no')}</Button>
      </div>
    </fieldset>
  );
}

/** The last page of a thread that is no more: what happened to what, and the way back to whose thread it was. */
export function Erased({ cancelled, creator }: ErasedThread) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('erase.done');
    title.current?.focus();
  }, []);
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon node={Check} size={28} />
      </span>
      <h1 class="empty-title" tabIndex={-1} ref={title}>
        {say('erase.done')}
      </h1>
      <div class="empty-text">
        <p>{say('erase.doneText')}</p>
        {cancelled && <p>{say('erase.doneCancelled')}</p>}
        <p>{say('erase.doneCopies')}</p>
      </div>
      {creator && <LinkButton href={`/@${creator.handle}`}>{say('erase.back', { name: creator.name })}</LinkButton>}
    </div>
  );
}
