import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say } from '../model/words.ts';

/** Starts a show by hand, or ends the one that runs: that cannot be taken back, so it is asked first what ends with it. */
export function ShowSwitch({ running }: { running: boolean }) {
  const act = useAct();
  const [isAsked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  // The button that had the focus has given way to the question.
  useLayoutEffect(() => question.current?.querySelector('button')?.focus(), [isAsked]);
  async function turn(): Promise<void> {
    await act.run('POST', running ? '/live/end' : '/live/start');
    setAsked(false);
  }
  return (
    <>
      {running && isAsked ? (
        <div class="show-asked" ref={question}>
          <p class="small">{say('totals.endAsk')}</p>
          <div class="row">
            <Button size="small" onClick={() => setAsked(false)}>
              {say('totals.goOn')}
            </Button>
            <Button look="danger" size="small" disabled={act.busy} onClick={() => void turn()}>
              {say('totals.end')}
            </Button>
          </div>
        </div>
      ) : (
        <Button look="quiet" size="small" disabled={act.busy} onClick={() => (running ? setAsked(true) : void turn())}>
          {say(running ? 'totals.end' : 'totals.start')}
        </Button>
      )}
      <RefusedNote refused={act.refused} />
    </>
  );
}
