import { CloudOff, Compass } from 'lucide';
import { Button } from '../parts/button.tsx';
import { Empty, Notice, Skeleton } from '../parts/surface.tsx';
import { CodeOnward } from './code-onward.tsx';
import { usePending } from './pending.ts';
import { say, sayTrouble } from './words.ts';

/** An address that leads nowhere. */
export function Missing({ thread = false }: { thread?: boolean }) {
  return (
    <Empty icon={Compass} title={say('missing.title')} heading="h1">
      <p>{say(thread ? 'missing.threadText' : 'missing.text')}</p>
      {!thread && <CodeOnward />}
    </Empty>
  );
}

/** The page's own data could not be fetched: why, and one button. */
export function Failed({ why, retry }: { why: string; retry: () => void }) {
  if (why === 'not-found') return <Missing />;
  return (
    <Empty icon={CloudOff} title={sayTrouble(why)}>
      <Button onClick={retry}>{say('retry')}</Button>
    </Empty>
  );
}

/** `whole`: in the place of a whole step, as high as the window, so that the foot of the page comes after it. */
export function Loading({ lines = 5, whole = false }: { lines?: number; whole?: boolean }) {
  usePending();
  const skeleton = <Skeleton lines={lines} label={say('loading')} />;
  return whole ? <div class="loading-whole">{skeleton}</div> : skeleton;
}

/** What has just been sent is at the server, and its private page on the way: said in words, on a slow line for seconds. */
export function Opening() {
  usePending();
  return (
    <div class="loading-whole stack">
      <p role="status">{say('thread.opening')}</p>
      <Skeleton lines={5} label={say('loading')} />
    </div>
  );
}

/** A refusal in the flow of a step. */
export function Trouble({ why }: { why: string }) {
  return <Notice tone={why === 'offline' ? 'warning' : 'danger'} title={sayTrouble(why)} />;
}
