import { PlugZap, Radio } from 'lucide';
import { useState } from 'preact/hooks';
import type { SourceStatus } from '../../../shared/live.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Empty, Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { readHandle } from '../model/fields.ts';
import { faultOf, RefusedNote } from '../model/refused.tsx';
import { sourceName } from '../model/source-name.ts';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { SectionHead } from './section-head.tsx';
import { SourceCard } from './source-card.tsx';
import { SampleShow } from './try-it.tsx';

/** Where the events come from: each source with its state and what to do, and the ways to add one. */
export function FeedSection() {
  const sources = view.value?.sources ?? [];
  return (
    <div class="section">
      <SectionHead title={say('source.title')} />
      <TwoLive sources={sources} />
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

/** Platforms give an event other ids than a bridge does: what both hear is two events, and nothing tells them apart. */
function TwoLive({ sources }: { sources: ReadonlyArray<SourceStatus> }) {
  const live = sources.filter(({ id, state }) => state === 'live' && /^(?:tiktok|tikfinity|indofinity):/.test(id));
  if (live.length < 2) return null;
  const names = new Intl.ListFormat(tongue(), { type: 'conjunction' }).format(live.map(({ id }) => sourceName(id)));
  return (
    <Notice tone="warning" title={say('source.twoLive')}>
      <p>{say('source.twoLiveText', { sources: names })}</p>
    </Notice>
  );
}

function TikTokForm() {
  const act = useAct();
  const known = view.value?.settings.tiktokHandle ?? view.value?.bio?.handle ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const handle = typed ?? known;
  const fault = faultOf(act.refused, 'tiktokHandle');
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
        error={fault}
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
      {!fault && <RefusedNote refused={act.refused} />}
    </form>
  );
}

const BRIDGE = 'ws://127.0.0.1:21213/';

function BridgeForm() {
  const act = useAct();
  const [address, setAddress] = useState(BRIDGE);
  const fault = faultOf(act.refused, 'spec');
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
        error={fault}
        value={address}
        spellcheck={false}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <div>
        <Button icon={PlugZap} type="submit" disabled={act.busy}>
          {say('source.connect')}
        </Button>
      </div>
      {!fault && <RefusedNote refused={act.refused} />}
    </form>
  );
}
