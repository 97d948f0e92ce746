import { useEffect, useState } from 'preact/hooks';
import type { TikTokMessages } from '../../../shared/desk-doors.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { TextField } from '../../parts/field.tsx';
import { Notice, Skeleton, StateWord, type Tone } from '../../parts/surface.tsx';
import { relative } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { SectionHead } from './section-head.tsx';

const LOOK_EVERY_MILLIS = 10_000;
const TONES: Readonly<Record<TikTokMessages['state'], Tone>> = {
  unset: 'plain',
  unlinked: 'warning',
  linked: 'positive',
  'signed-out': 'danger',
};

/** Direct messages of TikTok: what is set up, what is missing, where TikTok allows it, and what came and went. */
export function TikTokSection() {
  const [state, setState] = useState<TikTokMessages | null>(null);
  const [answers] = useState(newest);
  const look = async () => {
    const isNews = answers.asked();
    const answer = await ask<TikTokMessages>('GET', '/tiktok-messages');
    if (answer.type === 'done' && isNews()) setState(answer.value);
  };
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="section">
      <SectionHead title={say('tiktok.title')} text={say('tiktok.text')}>
        {state && (
          <div>
            <StateWord tone={TONES[state.state]}>{say(`tiktok.state.${state.state}`)}</StateWord>
          </div>
        )}
      </SectionHead>
      <Notice title={say('tiktok.region')}>
        <p class="small">{say('tiktok.regionText')}</p>
        <p class="small">{say('tiktok.limits')}</p>
      </Notice>
      {state ? (
        <div class="two">
          <SetUp state={state} onChange={() => void look()} />
          <Counts state={state} />
        </div>
      ) : (
        <Skeleton lines={6} label={say('offline.loading')} />
      )}
    </div>
  );
}

function SetUp({ state, onChange }: { state: TikTokMessages; onChange: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <section class="card stack" aria-label={say('tiktok.webhook')}>
      <h2>{say('tiktok.webhook')}</h2>
      <code class="secret">{state.webhook}</code>
      <p class="quiet small">{say('tiktok.webhookHint')}</p>
      <div>
        <Button size="small" onClick={() => void copyText(state.webhook).then(setCopied)}>
          {say(copied ? 'tiktok.copied' : 'tiktok.copy')}
        </Button>
      </div>
      <hr class="rule" />
      {state.state === 'unset' ? (
        <Notice tone="warning" title={say('tiktok.unsetText')} />
      ) : (
        <Account state={state} onChange={onChange} />
      )}
    </section>
  );
}

function Account({ state, onChange }: { state: TikTokMessages; onChange: () => void }) {
  const [businessId, setBusinessId] = useState(state.businessId ?? '');
  const [refreshToken, setRefreshToken] = useState('');
  const act = useAct();
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answer = await act.run('PUT', '/tiktok-messages/account', { businessId, refreshToken });
    if (answer.type !== 'done') return;
    setRefreshToken('');
    onChange();
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <TextField
        label={say('tiktok.businessId')}
        value={businessId}
        required
        maxLength={200}
        onInput={(event) => setBusinessId(event.currentTarget.value)}
      />
      <TextField
        label={say('tiktok.refreshToken')}
        hint={say('tiktok.tokenHint')}
        type="password"
        autocomplete="off"
        value={refreshToken}
        required
        minLength={8}
        maxLength={2000}
        onInput={(event) => setRefreshToken(event.currentTarget.value)}
      />
      <div class="row gap-2">
        <Button look="primary" type="submit" disabled={act.busy}>
          {say('tiktok.link')}
        </Button>
        {state.businessId !== null && (
          <Button
            look="plain"
            disabled={act.busy}
            onClick={() => void act.run('DELETE', '/tiktok-messages/account').then(onChange)}
          >
            {say('tiktok.unlink')}
          </Button>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}

function Counts({ state }: { state: TikTokMessages }) {
  const whys = (['signature', 'age', 'content', 'no-offer'] as const).filter((why) => state.refused[why] > 0);
  const refused = whys.map((why) => `${state.refused[why]} ${say(`tiktok.why.${why}`)}`).join(', ');
  const last = state.lastReceivedAt ? relative(state.lastReceivedAt, now.value, tongue()) : say('tiktok.never');
  const rows: [string, string][] = [
    [say('tiktok.lastReceived'), last],
    [say('tiktok.received'), String(state.received)],
    [say('tiktok.repeated'), String(state.repeated)],
    [say('tiktok.refused'), refused || '0'],
    [say('tiktok.waiting'), String(state.waiting)],
    [say('tiktok.failed'), String(state.failed)],
  ];
  return (
    <section class="card stack" aria-label={say('tiktok.counts')}>
      <h2>{say('tiktok.counts')}</h2>
      <dl class="stack gap-2">
        {rows.map(([name, value]) => (
          <div class="apart" key={name}>
            <dt class="quiet">{name}</dt>
            <dd class="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
