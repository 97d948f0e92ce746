import { CalendarX2 } from 'lucide';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/surface.tsx';
import { chosenDay, timeView, zoneAt } from './calendar-state.ts';
import { Failed, Loading, Trouble } from './faces.tsx';
import { free, loadFree, timesOf } from './offers-state.ts';
import { pending } from './pending.ts';
import { Progress } from './progress.tsx';
import { busy, pick, refused, taken, withoutTime } from './request-state.ts';
import { WithoutTime } from './service-step.tsx';
import { StepTitle } from './step-title.tsx';
import { goTo } from './steps-state.ts';
import { Summary } from './summary.tsx';
import { Taken } from './taken.tsx';
import { sayWaiting } from './times.ts';
import { TimesViews } from './times-views.tsx';
import { ViewSwitch } from './view-switch.tsx';
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
    // Only a time that is gone says that what is shown is old; a network that is away takes nothing off the page.
    else if (taken.value || refused.value?.why === 'slot-not-offered') void loadFree(handle, service);
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
  if (!times || times.type === 'loading') return <Loading lines={6} whole />;
  if (times.type === 'failed') return <Failed why={times.why} retry={() => void loadFree(handle, service)} />;
  const { slots, trouble } = times.value;
  if (slots.length === 0) return <NoTimes name={page.name} service={service} />;
  return (
    <>
      <ZoneChoice creatorZone={page.zone} at={zoneAt(slots, zone.value, timeView.value, chosenDay.value)} />
      <ViewSwitch />
      {trouble && <Trouble why={trouble} />}
      <TimesViews
        times={{ of: service.id, list: timesOf(handle, service) }}
        known={times.value}
        zone={zone.value}
        disabled={busy.value}
        pick={choose}
      />
      {service.waitlist && !pending.value && (
        <p class="none-fits">
          {say('waitlist.none')}{' '}
          <Button look="plain" onClick={() => withoutTime('waitlist')}>
            {say('waitlist.button')}
          </Button>
        </p>
      )}
    </>
  );
}

function NoTimes({ name, service }: { name: string; service: PublicService }) {
  return (
    <Empty icon={CalendarX2} title={say('time.empty')}>
      <p>{service.waitlist ? sayWaiting(name) : say('time.emptyText', { name })}</p>
      <WithoutTime service={service} />
    </Empty>
  );
}
