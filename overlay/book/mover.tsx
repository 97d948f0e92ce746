import { useEffect } from 'preact/hooks';
import type { ThreadView } from '../../shared/protocol.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Trouble } from './faces.tsx';
import { canLoadLater, free, loadLater, loadPage, page } from './offers-state.ts';
import { acting, moveRequest } from './thread-state.ts';
import { TimePicker } from './time-picker.tsx';
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
  async function move(start: string) {
    if (await moveRequest(secret, start)) close();
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
      {times?.type === 'ready' && (
        <TimePicker
          slots={times.value.slots}
          zone={view.zone}
          disabled={acting.value}
          pick={(start) => void move(start)}
          later={service && canLoadLater(service, times.value) ? () => void loadLater(handle, service) : undefined}
        />
      )}
    </section>
  );
}
