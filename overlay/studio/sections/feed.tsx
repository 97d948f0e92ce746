import { PlugZap, Radio, RefreshCw, Unplug } from 'lucide';
import { useState } from 'preact/hooks';
import type { SourceStatus } from '../../../shared/live.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Empty } from '../../parts/surface.tsx';
import { clock, relative } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { readHandle } from '../model/fields.ts';
import { RefusedNote } from '../model/refused.tsx';
import { adviceFor, specOf } from '../model/source-advice.ts';
import { sourceName } from '../model/source-name.ts';
import { StandingWord } from '../model/standing.tsx';
import { now, view } from '../model/state.ts';
import { sourceStanding } from '../model/strip.ts';
import { say, tongue } from '../model/words.ts';
import { SectionHead } from './section-head.tsx';
import { SampleShow } from './try-it.tsx';

/** Where the events come from: each source with its state and what to do, and the ways to add one. */
export function FeedSection() {
  const sources = view.value?.sources ?? [];
  return (
    <div class="section">
      <SectionHead title={say('source.title')} />
      {sources.length === 0 ? (
        <div class="card">
          <Empty icon={Radio} title={say('source.empty')} />
        </div>
      ) : (
        <ul class="stack gap-3">
          {sources.map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
        </ul>
      )}
      <div class="two">
        <TikTokForm />
        <div class="stack">
          <BridgeForm />
          <section class="card">
            <SampleShow />
          </section>
        </div>
      </div>
    </div>
  );
}

/** What is said of a source: its own word where the page knows it, else what the server wrote, else its state. */
function sentenceOf(source: SourceStatus): string {
  const advice = adviceFor(source.why);
  return advice ? say(`source.why.${advice}`) : source.detail || say(`source.state.${source.state}`);
}

function SourceCard({ source }: { source: SourceStatus }) {
  const act = useAct();
  const last = source.lastEventAt
    ? say('strip.lastEvent', { ago: relative(source.lastEventAt, now.value, tongue()) })
    : say('strip.noEvent');
  const path = `/sources/${encodeURIComponent(source.id)}`;
  const spec = specOf(source.id);
  const on = source.state !== 'off' && source.state !== 'finished';
  return (
    <li class="card stack gap-3" data-source={source.id}>
      <div class="apart source-head">
        <h2 class="one-line">{sourceName(source.id)}</h2>
        <StandingWord standing={sourceStanding(source.state)}>{say(`strip.${source.state}`)}</StandingWord>
      </div>
      <p>{sentenceOf(source)}</p>
      <div class="apart source-foot">
        <p class="quiet small figures">
          {last}
          {source.retryAt && ` · ${say('strip.nextTry', { in: relative(source.retryAt, now.value, tongue()) })}`}
          {source.retryAt && ` (${clock(source.retryAt, undefined, tongue())})`}
        </p>
        <div class="row gap-2">
          {spec && source.state !== 'live' && (
            <Button
              size="small"
              icon={RefreshCw}
              disabled={act.busy}
              onClick={() => void act.run('POST', '/sources', { spec })}
            >
              {say('source.reconnect')}
            </Button>
          )}
          {on && (
            <Button size="small" icon={Unplug} disabled={act.busy} onClick={() => void act.run('DELETE', path)}>
              {say('source.stop')}
            </Button>
          )}
        </div>
      </div>
      <RefusedNote refused={act.refused} />
    </li>
  );
}

function TikTokForm() {
  const act = useAct();
  const known = view.value?.settings.tiktokHandle ?? view.value?.bio?.handle ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const handle = typed ?? known;
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const tiktokHandle = readHandle(handle);
    const kept = await act.run('PUT', '/settings', { tiktokHandle });
    if (kept.type === 'done') await act.run('POST', '/sources', { spec: `tiktok:@${tiktokHandle}` });
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <div class="stack gap-2">
        <h2>{say('source.tiktok')}</h2>
        <p class="quiet">{say('source.tiktokText')}</p>
      </div>
      <TextField
        label={say('source.handle')}
        hint={say('source.handleHint')}
        value={handle}
        placeholder="@"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div>
        <Button look="primary" icon={PlugZap} type="submit" disabled={act.busy || handle.trim() === ''}>
          {say('source.connect')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}

const BRIDGE = 'ws://127.0.0.1:21213/';

function BridgeForm() {
  const act = useAct();
  const [address, setAddress] = useState(BRIDGE);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('POST', '/sources', { spec: `tikfinity:${address.trim()}` });
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <div class="stack gap-2">
        <h3>{say('source.bridge')}</h3>
        <p class="quiet small">{say('source.bridgeText')}</p>
      </div>
      <TextField
        label={say('source.bridgeAddress')}
        hint={say('source.bridgeHint')}
        value={address}
        spellcheck={false}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <div>
        <Button icon={PlugZap} type="submit" disabled={act.busy}>
          {say('source.connect')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
