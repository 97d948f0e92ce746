import { Gift, Play, Square } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { StateWord } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { isSample } from '../model/first-steps.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { testSeen } from '../model/test-seen.ts';
import { say, tongue } from '../model/words.ts';

/** A test gift and the sample show: the whole way of an event without going live. */
export function TryIt() {
  return (
    <section class="card stack" aria-label={say('test.title')}>
      <TestGift />
      <hr class="rule" />
      <SampleShow />
    </section>
  );
}

function TestGift() {
  const act = useAct();
  const [diamonds, setDiamonds] = useState('10');
  const [count, setCount] = useState('5');
  const worth = Math.max(1, Number(diamonds) || 1) * Math.max(1, Number(count) || 1);
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await act.run('POST', '/test/gift', { diamonds: Number(diamonds), count: Number(count) });
  }
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <div>
        <h2>{say('test.title')}</h2>
        <p class="quiet small">{say('test.text')}</p>
      </div>
      <div class="two-tight">
        <TextField
          label={say('test.diamonds')}
          type="number"
          min={1}
          max={100_000}
          required
          value={diamonds}
          onInput={(event) => setDiamonds(event.currentTarget.value)}
        />
        <TextField
          label={say('test.count')}
          type="number"
          min={1}
          max={10_000}
          required
          value={count}
          onInput={(event) => setCount(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <Button id="test-gift" look="primary" icon={Gift} type="submit" disabled={act.busy}>
          {say('test.send')}
        </Button>
        <span class="quiet small figures" role="status">
          {act.done && view.value
            ? say(`test.${testSeen(view.value)}`)
            : say('test.worth', { diamonds: new Intl.NumberFormat(tongue()).format(worth) })}
        </span>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}

export function SampleShow() {
  const act = useAct();
  const sample = view.value?.sources.find((source) => isSample(source.id));
  const playing = view.value?.settings.sampleShow || sample?.state === 'live';
  return (
    <div class="stack gap-3">
      <div class="apart">
        <h3>{say('test.sample')}</h3>
        {playing && <StateWord tone="live">{say('test.sampleRuns')}</StateWord>}
      </div>
      <p class="quiet small">{say('test.sampleText')}</p>
      <div>
        {playing ? (
          <Button
            icon={Square}
            disabled={act.busy}
            onClick={() => void act.run('DELETE', `/sources/${encodeURIComponent(sample?.id ?? 'demo')}`)}
          >
            {say('test.sampleStop')}
          </Button>
        ) : (
          <Button icon={Play} disabled={act.busy} onClick={() => void act.run('POST', '/sources', { spec: 'demo' })}>
            {say('test.sampleStart')}
          </Button>
        )}
      </div>
      <RefusedNote refused={act.refused} />
    </div>
  );
}
