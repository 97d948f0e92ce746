import { CloudOff, Compass } from 'lucide';
import { Button } from '../parts/button.tsx';
import { Empty, Notice, Skeleton } from '../parts/surface.tsx';
import { say, sayTrouble } from './words.ts';

/** An address that leads nowhere. */
export function Missing({ thread = false }: { thread?: boolean }) {
  return (
    <Empty icon={Compass} title={say('missing.title')} heading="h1">
      <p>{say(thread ? 'missing.threadText' : 'missing.text')}</p>
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

export function Loading({ lines = 5 }: { lines?: number }) {
  return <Skeleton lines={lines} label={say('loading')} />;
}

/** A refusal in the flow of a step. */
export function Trouble({ why }: { why: string }) {
  return <Notice tone={why === 'offline' ? 'warning' : 'danger'} title={sayTrouble(why)} />;
}
