import { CircleStop, Megaphone } from 'lucide';
import { useState } from 'preact/hooks';
import type { MomentNow, ShortCode } from '../../../shared/codes.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { clock, shortTime } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { tellCode } from '../model/code-words.ts';
import { spelled } from '../model/codes.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { now, view } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { Figures, LeadsField } from './code-parts.tsx';

/** One press makes a code for what is being spoken of; then it is shown as large as it has to be said. */
export function MomentCard({ codes }: { codes: ReadonlyArray<ShortCode> }) {
  const moment = view.value?.codes.moment ?? null;
  return (
    <section class="card stack" aria-label={tellCode('moment.title')}>
      <h2>{tellCode('moment.title')}</h2>
      {moment ? (
        <OnNow key={moment.code} moment={moment} figures={codes.find(({ code }) => code === moment.code) ?? null} />
      ) : (
        <MakeNow />
      )}
    </section>
  );
}

/** The label that a moment without words gets: the time at which it was made. */
export function momentNow(): string {
  return tellCode('moment.auto', { clock: clock(now.peek(), undefined, tongue()) });
}

function MakeNow() {
  const act = useAct<ShortCode>();
  const [label, setLabel] = useState('');
  const [service, setService] = useState('');
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const words = label.trim() || momentNow();
    await act.run('POST', '/codes', { kind: 'moment', label: words, service: service || null });
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <p class="quiet">{tellCode('moment.text')}</p>
      <div>
        <Button look="primary" icon={Megaphone} type="submit" disabled={act.busy}>
          {tellCode('moment.make')}
        </Button>
      </div>
      <TextField
        label={tellCode('moment.label')}
        hint={tellCode('moment.labelHint')}
        value={label}
        maxLength={120}
        onInput={(event) => setLabel(event.currentTarget.value)}
      />
      <LeadsField service={service} onChange={setService} />
      <RefusedNote refused={act.refused} />
    </form>
  );
}

function OnNow({ moment, figures }: { moment: MomentNow; figures: ShortCode | null }) {
  const act = useAct();
  const { code, label, shownUntil } = moment;
  const host = (view.value?.address.url ?? '').replace(/^https?:\/\//, '');
  return (
    <div class="stack" role="status">
      <StandingWord standing="good">
        {shownUntil === null
          ? tellCode('moment.on')
          : tellCode('moment.until', { time: shortTime(shownUntil, now.value, undefined, tongue()) })}
      </StandingWord>
      <div class="stack gap-1">
        <p class="code-now" translate={false}>
          {code}
        </p>
        <p class="quiet" dir="auto">
          {label}
        </p>
      </div>
      <div class="stack gap-1">
        <p class="quiet small">{tellCode('moment.sayThis')}</p>
        <p class="code-spoken">{tellCode('moment.spoken', { host, code, letters: spelled(code) })}</p>
      </div>
      {figures && <Figures code={figures} />}
      <div>
        <Button icon={CircleStop} disabled={act.busy} onClick={() => void act.run('POST', `/codes/${code}/end`)}>
          {tellCode('moment.end')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </div>
  );
}
