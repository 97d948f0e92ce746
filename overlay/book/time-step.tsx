import { CalendarX2 } from 'lucide';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/surface.tsx';
import { Failed, Loading, Trouble } from './faces.tsx';
import { canLoadLater, free, loadFree, loadLater } from './offers-state.ts';
import { Progress } from './progress.tsx';
import { busy, pick, picked, refused, taken } from './request-state.ts';
import { StepTitle } from './step-title.tsx';
import { goTo } from './steps-state.ts';
import { Summary } from './summary.tsx';
import { Taken } from './taken.tsx';
import { TimePicker } from './time-picker.tsx';
import { say } from './words.ts';
import { ZoneChoice } from './zone-choice.tsx';
import { zone } from './zones.ts';

interface Props {
  handle: string;
  page: PublicPage;
  service: PublicService;
}

/** The second step: a day, a time. Choosing one keeps it for the viewer and goes on. */
export function TimeStep({ handle, page, service }: Props) {
  async function choose(start: string) {
    if (await pick(handle, service, start)) goTo('details');
    else void loadFree(handle, service);
  }
  return (
    <section class="stack">
      <Progress at="time" />
      <Summary service={service} start={null} end={null} />
      <StepTitle>{say('time.title')}</StepTitle>
      {taken.value && <Taken {...taken.value} pick={(start) => void choose(start)} />}
      {refused.value && <Trouble why={refused.value.why} />}
      <Times handle={handle} page={page} service={service} choose={(start) => void choose(start)} />
    </section>
  );
}

function Times({ handle, page, service, choose }: Props & { choose: (start: string) => void }) {
  const times = free.value.get(service.id);
  if (!times || times.type === 'loading') return <Loading lines={4} />;
  if (times.type === 'failed') return <Failed why={times.why} retry={() => void loadFree(handle, service)} />;
  const { slots } = times.value;
  const first = slots[0];
  const later = canLoadLater(service, times.value) ? () => void loadLater(handle, service) : undefined;
  if (!first) return <NoTimes name={page.name} later={later} />;
  return (
    <>
      <ZoneChoice creatorZone={page.zone} at={first.start} />
      <TimePicker slots={slots} zone={zone.value} disabled={busy.value} pick={choose} later={later} />
    </>
  );
}

function NoTimes({ name, later }: { name: string; later: (() => void) | undefined }) {
  function write() {
    picked.value = null;
    goTo('details');
  }
  return (
    <Empty icon={CalendarX2} title={say('time.empty')}>
      <p>{say('time.emptyText', { name })}</p>
      <Button look="primary" onClick={write}>
        {say('offers.message')}
      </Button>
      {later && <Button onClick={later}>{say('time.later')}</Button>}
    </Empty>
  );
}
