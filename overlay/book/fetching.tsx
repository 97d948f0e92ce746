import { Button } from '../parts/button.tsx';
import { Loading } from './faces.tsx';
import type { Free } from './free-times.ts';
import { say } from './words.ts';

/** Days that are not known yet: they are on their way, or could not be had (which the step says above) and are asked for again. */
export function Fetching({ known, again }: { known: Free; again: () => void }) {
  if (known.trouble === null) return <Loading lines={6} whole />;
  return (
    <div>
      <Button onClick={again}>{say('retry')}</Button>
    </div>
  );
}
