import { PlugZap, Unplug } from 'lucide';
import { useState } from 'preact/hooks';
import type { ObsStatus } from '../../../shared/scenes.ts';
import type { Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { StandingWord } from '../model/standing.tsx';
import { view } from '../model/state.ts';
import { obsStanding } from '../model/strip.ts';
import { say } from '../model/words.ts';
import { Acts } from './acts.tsx';
import { Docks } from './docks.tsx';
import { Rules } from './rules.tsx';
import { SceneList } from './scene-list.tsx';
import { SceneTroubles } from './scene-troubles.tsx';
import { SectionHead } from './section-head.tsx';

const CAUSES = [
  'no-password',
  'not-obs',
  'other-machine',
  'nothing-there',
  'kicked',
  'busy',
  'closed',
  'fault',
] as const;
const DEFAULT_ADDRESS = 'ws://127.0.0.1:4455';

/** The connection to OBS, its scenes, the rules, and what they did. */
export function ScenesSection() {
  const current = view.value;
  if (!current) return null;
  return (
    <div class="section">
      <SectionHead title={say('nav.scenes')} />
      <div class="two">
        <Connection
          obs={current.obs}
          passwordSet={current.settings.obsPasswordSet}
          kept={current.settings.obsAddress}
        />
        <SceneList obs={current.obs} rules={current.rules} />
      </div>
      <SceneTroubles troubles={current.obs.troubles} rules={current.rules} />
      <Rules />
      <Acts obs={current.obs} />
      <Docks />
    </div>
  );
}

function Connection({ obs, passwordSet, kept }: { obs: ObsStatus; passwordSet: boolean; kept: string }) {
  const act = useAct();
  const [address, setAddress] = useState(obs.address || kept || DEFAULT_ADDRESS);
  const [password, setPassword] = useState('');
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // Left empty, the kept password stays: it is never sent back to the page, so it cannot be sent again from here.
    const body = { address: address.trim(), ...(password === '' ? {} : { password }) };
    const answer = await act.run('POST', '/obs/connect', body);
    // What was typed while OBS thought is meant for the next try.
    if (answer.type === 'done') setPassword((typed) => (typed === password ? '' : typed));
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <div class="apart">
        <h2>{say('scenes.title')}</h2>
        <StandingWord standing={obsStanding(obs)}>{stateWord(obs)}</StandingWord>
      </div>
      <Standing obs={obs} />
      {obs.warnings.map((warning) => (
        <Notice key={warning} tone="warning" title={warningText(warning)} />
      ))}
      {obs.state !== 'connected' && obs.search !== 'password' && <p class="quiet small">{say('scenes.text')}</p>}
      <div class="two-tight">
        <TextField
          label={say('scenes.address')}
          value={address}
          error={isBad(act.refused) ? say('scenes.badAddress') : null}
          spellcheck={false}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <TextField
          label={say('scenes.password')}
          type="password"
          autocomplete="off"
          value={password}
          placeholder={say(passwordSet ? 'scenes.passwordKept' : 'scenes.passwordNone')}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </div>
      <ConnectButtons obs={obs} busy={act.busy} disconnect={() => void act.run('POST', '/obs/disconnect')} />
      <RefusedNote refused={act.refused} />
    </form>
  );
}

/** Connecting, and hanging up where there is something to hang up. */
function ConnectButtons({ obs, busy, disconnect }: { obs: ObsStatus; busy: boolean; disconnect: () => void }) {
  return (
    <div class="row gap-2">
      <Button look={obs.state === 'connected' ? 'quiet' : 'primary'} icon={PlugZap} type="submit" disabled={busy}>
        {say('scenes.connect')}
      </Button>
      {obs.state !== 'off' && (
        <Button look="plain" icon={Unplug} disabled={busy} onClick={disconnect}>
          {say('scenes.disconnect')}
        </Button>
      )}
    </div>
  );
}

/** What is and what to do about it; nothing while all is well. */
function Standing({ obs: { state, search, cause } }: { obs: ObsStatus }) {
  if (state === 'connected') return null;
  if (search === 'off') {
    return <Notice tone={state === 'off' ? 'plain' : 'warning'} title={standingText(state, cause)} />;
  }
  return (
    <Notice tone={search === 'password' ? 'accent' : 'plain'} title={say(`scenes.search.${search}`)}>
      <p class="small">{say(`scenes.search.${search}Text`)}</p>
    </Notice>
  );
}

/** What is and what to do: by the cause, where one is told that this page has words for, else by the state. */
function standingText(state: ObsStatus['state'], cause: ObsStatus['cause']): string {
  const known = CAUSES.find((each) => each === cause);
  return known ? say(`scenes.cause.${known}`) : say(`scenes.state.${state}`);
}

function isBad(refused: Refused | null): boolean {
  return refused?.why === 'bad-input' && refused.issues.some(({ path }) => path === 'address');
}

function stateWord(obs: ObsStatus): string {
  if (obs.state === 'connected') return say(obs.automation === 'paused' ? 'strip.obsPaused' : 'strip.obsConnected');
  const words = {
    connecting: 'strip.obsConnecting',
    refused: 'strip.obsRefused',
    'wrong-password': 'strip.obsPassword',
    'too-old': 'strip.obsOld',
    frozen: 'strip.obsFrozen',
    off: 'strip.obsOff',
  } as const;
  return say(words[obs.state]);
}

function warningText(word: string): string {
  if (word === 'no-password' || word === 'short-password') return say(`scenes.warn.${word}`);
  return say('scenes.warn.other', { word });
}
