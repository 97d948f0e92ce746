import { Check, Copy, Eye, EyeOff } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { ask, type Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';

type Shown = { type: 'masked' } | { type: 'asking' } | { type: 'shown'; url: string };
/** A revealed address hides itself: a forgotten one ends up in the video. */
const SHOWN_MILLIS = 20_000;

/**
 * The address of one stage. It is a key, so it is not in the page until it is asked for: copying fetches and copies it
 * without showing it; showing asks first while OBS is connected and may be filming this screen.
 */
export function StageAddress({ stage }: { stage: string }) {
  const [shown, setShown] = useState<Shown>({ type: 'masked' });
  const [copied, setCopied] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  useEffect(() => {
    if (shown.type !== 'shown') return;
    const timer = setTimeout(() => setShown({ type: 'masked' }), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [shown]);

  async function withAddress(use: (url: string) => unknown): Promise<void> {
    const answer = await ask<{ id: string; url: string }[]>('GET', '/stages');
    if (answer.type === 'refused') return setRefused(answer);
    setRefused(null);
    const found = answer.value.find((each) => each.id === stage);
    if (found) await use(found.url);
  }
  const copy = () =>
    withAddress(async (url) => {
      const done = await copyText(url);
      setCopied(done);
      if (!done) setShown({ type: 'shown', url });
    });
  const reveal = () => withAddress((url) => setShown({ type: 'shown', url }));
  const onAir = view.value?.obs.state === 'connected';

  return (
    <div class="stack gap-3">
      <p class="field-label">{say('stage.address')}</p>
      <Secret shown={shown} />
      {shown.type === 'asking' && <AskFirst onYes={reveal} onNo={() => setShown({ type: 'masked' })} />}
      <div class="row gap-2">
        <Button look="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
          {say(copied ? 'stage.copied' : 'stage.copy')}
        </Button>
        <RevealButton
          shown={shown.type === 'shown'}
          onShow={() => (onAir ? setShown({ type: 'asking' }) : void reveal())}
          onHide={() => setShown({ type: 'masked' })}
        />
      </div>
      <RefusedNote refused={refused} />
      <Rotate
        stage={stage}
        onDone={() => {
          setShown({ type: 'masked' });
          setCopied(false);
        }}
      />
    </div>
  );
}

function AskFirst({ onYes, onNo }: { onYes: () => Promise<void>; onNo: () => void }) {
  return (
    <Notice tone="warning" title={say('stage.revealLive')}>
      <div class="row gap-2">
        <Button size="small" look="danger" onClick={() => void onYes()}>
          {say('stage.revealYes')}
        </Button>
        <Button size="small" onClick={onNo}>
          {say('common.cancel')}
        </Button>
      </div>
    </Notice>
  );
}

function RevealButton({ shown, onShow, onHide }: { shown: boolean; onShow: () => void; onHide: () => void }) {
  return (
    <Button icon={shown ? EyeOff : Eye} onClick={shown ? onHide : onShow}>
      {say(shown ? 'stage.hide' : 'stage.reveal')}
    </Button>
  );
}

function Secret({ shown }: { shown: Shown }) {
  if (shown.type === 'shown') return <code class="secret figures">{shown.url}</code>;
  return (
    <code class="secret" title={say('stage.masked')}>
      {location.origin}/stage/#<span aria-hidden="true">••••••••••••</span>
      <span class="unseen">{say('stage.masked')}</span>
    </code>
  );
}

function Rotate({ stage, onDone }: { stage: string; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  async function rotate(): Promise<void> {
    const answer = await act.run('POST', `/stages/${stage}/rotate`);
    if (answer.type === 'refused') return;
    setAsking(false);
    onDone();
  }
  return (
    <>
      {asking ? (
        <Notice tone="warning" title={say('stage.rotateAsk')}>
          <div class="row gap-2">
            <Button size="small" look="danger" disabled={act.busy} onClick={() => void rotate()}>
              {say('stage.rotateYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {say('common.cancel')}
            </Button>
          </div>
        </Notice>
      ) : (
        <div>
          <Button size="small" look="plain" onClick={() => setAsking(true)}>
            {say('stage.rotate')}
          </Button>
        </div>
      )}
      {act.done && <Notice tone="positive" title={say('stage.rotated')} />}
      <RefusedNote refused={act.refused} />
    </>
  );
}
