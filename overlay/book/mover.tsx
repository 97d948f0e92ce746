import { useEffect, useState } from 'preact/hooks';
import type { ThreadView } from '../../shared/protocol.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Trouble } from './faces.tsx';
import { canLoadLater, free, loadLater, loadPage, page } from './offers-state.ts';
import { acting, moveRequest } from './thread-state.ts';
import { TimePicker } from './time-picker.tsx';
import { sayWhen } from './times.ts';
import { say } from './words.ts';

/** Choosing another time for the same service, in the zone of the request. */
export function Mover({ secret, view, close }: { secret: string; view: ThreadView; close: () => void }) {
  const { handle } = view.creator;
  useEffect(() => {
    void loadPage(handle, null);
  }, [handle]);
  const service =
    page.value.type === 'ready' ? page.value.value.services.find((one) => one.id === view.service.id) : undefined;
  const times = free.value.get(view.service.id);
  const [wanted, setWanted] = useState<string | null>(null);
  async function move(start: string) {
    if (await moveRequest(secret, start)) close();
    else setWanted(null);
  }
  return (
    <section class="card stack" aria-label={say('thread.moveTitle')}>
      <div class="apart">
        <h2>{say('thread.moveTitle')}</h2>
        <Button look="plain" onClick={close}>
          {say('back')}
        </Button>
      </div>
      {page.value.type === 'failed' && <Trouble why={page.value.why} />}
      {times?.type === 'failed' && <Trouble why={times.why} />}
      {page.value.type === 'loading' || times?.type === 'loading' ? <Loading lines={3} /> : null}
      {times?.type === 'ready' && times.value.slots.length === 0 && <p class="quiet">{say('time.empty')}</p>}
      {wanted && <ReallyMove start={wanted} zone={view.zone} yes={() => void move(wanted)} no={close} />}
      {times?.type === 'ready' && !wanted && (
        <TimePicker
          slots={times.value.slots}
          zone={view.zone}
          disabled={acting.value}
          pick={setWanted}
          later={service && canLoadLater(service, times.value) ? () => void loadLater(handle, service) : undefined}
        />
      )}
    </section>
  );
}

/** The old time is gone once it is moved, and a thumb slips: the new one is said back before it counts. */
function ReallyMove({ start, zone, yes, no }: { start: string; zone: string; yes: () => void; no: () => void }) {
  return (
    <fieldset class="really">
      <legend class="figures">{say('thread.moveSure', { time: sayWhen(start, zone) })}</legend>
      <div class="row gap-2">
        <Button look="primary" disabled={acting.value} onClick={yes}>
          {say('thread.moveYes')}
        </Button>
        <Button onClick={no}>{say('thread.moveNo')}</Button>
      </div>
    </fieldset>
  );
}
