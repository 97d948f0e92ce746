import { Check, Copy, ExternalLink } from 'lucide';
import { useState } from 'preact/hooks';
import type { BookingAddress } from '../../../shared/studio-view.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { copyText } from '../../parts/clipboard.ts';
import { TextField } from '../../parts/field.tsx';
import { Notice, StateWord, type Tone } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { faultOf, RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';
import { SectionHead } from './section-head.tsx';

/** Where viewers reach the booking page, said plainly while they cannot. */
export function AddressSection() {
  const address = view.value?.address;
  if (!address) return null;
  return (
    <div class="section">
      <SectionHead title={say('address.title')} text={say('address.text')} />
      <InUse address={address} />
      <div class="two">
        <TunnelCard address={address} />
        <OwnAddress address={address} />
      </div>
    </div>
  );
}

function InUse({ address }: { address: BookingAddress }) {
  const [copied, setCopied] = useState(false);
  const handle = view.value?.bio?.handle;
  const published = view.value?.published ?? false;
  const page = handle ? `${address.url}/@${handle}` : address.url;
  return (
    <section class="card stack" aria-label={say('address.now')}>
      <div class="apart">
        <h2>{say('address.now')}</h2>
        <StateWord tone={address.localOnly ? 'warning' : 'positive'}>{say(`address.from.${address.from}`)}</StateWord>
      </div>
      <p class="address-now">{page.replace(/^https?:\/\//, '')}</p>
      <Notice
        tone={address.localOnly ? 'warning' : 'positive'}
        title={say(address.localOnly ? 'address.localOnly' : 'address.reachable')}
      />
      <div class="row gap-2">
        <Button
          size="small"
          icon={copied ? Check : Copy}
          onClick={() => {
            void copyText(page).then(setCopied);
          }}
        >
          {say(copied ? 'stage.copied' : 'stage.copy')}
        </Button>
        {published && (
          <LinkButton size="small" look="plain" icon={ExternalLink} href={page} target="_blank" rel="noreferrer">
            {say('address.open')}
          </LinkButton>
        )}
      </div>
      {!published && <p class="quiet small">{say('address.openLater')}</p>}
    </section>
  );
}

const TONES: Readonly<Record<'starting' | 'open' | 'failed' | 'off', Tone>> = {
  starting: 'accent',
  open: 'positive',
  failed: 'danger',
  off: 'plain',
};

function TunnelCard({ address }: { address: BookingAddress }) {
  const act = useAct();
  const { tunnel, installed } = address;
  const on = tunnel !== null && (tunnel.state === 'starting' || tunnel.state === 'open');
  return (
    <section class="card stack" aria-label={say('address.tunnel')}>
      <div class="stack gap-2">
        <h2>{say('address.tunnel')}</h2>
        <p class="quiet">{say('address.tunnelText')}</p>
      </div>
      {tunnel && (
        <Notice tone={TONES[tunnel.state]} title={say(`address.state.${tunnel.state}`, { program: tunnel.program })}>
          {tunnel.detail && <p class="small">{tunnel.detail}</p>}
        </Notice>
      )}
      {installed.length === 0 && !tunnel && <Notice title={say('address.tunnelNone')} />}
      <div class="row gap-2">
        {on ? (
          <Button disabled={act.busy} onClick={() => void act.run('DELETE', '/tunnel')}>
            {say('address.stop')}
          </Button>
        ) : (
          installed.map((program, index) => (
            <Button
              key={program}
              look={index === 0 && address.localOnly ? 'primary' : 'quiet'}
              disabled={act.busy}
              onClick={() => void act.run('POST', '/tunnel', { program })}
            >
              {say('address.start', { program })}
            </Button>
          ))
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </section>
  );
}

function OwnAddress({ address }: { address: BookingAddress }) {
  const act = useAct();
  const [url, setUrl] = useState(address.from === 'setting' ? address.url : '');
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('PUT', '/settings', { publicUrl: url.trim() });
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <h2>{say('address.own')}</h2>
      {address.from === 'environment' && <Notice title={say('address.fixed')} />}
      <TextField
        label={say('nav.address')}
        hint={say('address.ownHint')}
        type="url"
        placeholder="https://"
        value={url}
        required
        error={faultOf(act.refused, 'publicUrl')}
        onInput={(event) => setUrl(event.currentTarget.value)}
      />
      <div class="row gap-2">
        <Button type="submit" disabled={act.busy || url.trim() === ''}>
          {say('address.save')}
        </Button>
        {address.from === 'setting' && (
          <Button
            look="plain"
            disabled={act.busy}
            onClick={() => {
              setUrl('');
              void act.run('PUT', '/settings', { publicUrl: null });
            }}
          >
            {say('address.clear')}
          </Button>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
