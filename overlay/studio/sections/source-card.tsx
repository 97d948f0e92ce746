import { RefreshCw, Unplug } from 'lucide';
import type { SourceStatus } from '../../../shared/live.ts';
import { Button } from '../../parts/button.tsx';
import { clock, relative } from '../../parts/time-words.ts';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { adviceFor, specOf } from '../model/source-advice.ts';
import { sourceName } from '../model/source-name.ts';
import { StandingWord } from '../model/standing.tsx';
import { now } from '../model/state.ts';
import { sourceStanding } from '../model/strip.ts';
import { say, tongue } from '../model/words.ts';

/** What is said of a source: its own word where the page knows it, else what the server wrote, else its state. */
function sentenceOf(source: SourceStatus): string {
  const advice = adviceFor(source.why);
  return advice ? say(`source.why.${advice}`) : source.detail || say(`source.state.${source.state}`);
}

/** One source: what it is doing, what it means for the show, and what to do. */
export function SourceCard({ source }: { source: SourceStatus }) {
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
      <Skipped source={source} />
      <RefusedNote refused={act.refused} />
    </li>
  );
}

/** What came from it and did not become an event, by its own words: the first thing to know when something is missing. */
function Skipped({ source }: { source: SourceStatus }) {
  if (!source.skipped) return null;
  const words = Object.entries(source.skippedAs ?? {}).sort(([, a], [, b]) => b - a);
  return (
    <details class="small">
      <summary>{say('source.skipped', { count: source.skipped })}</summary>
      <p class="quiet">{say('source.skippedText')}</p>
      <ul>
        {words.map(([word, times]) => (
          <li key={word}>
            <code>{word}</code> · {times}
          </li>
        ))}
      </ul>
    </details>
  );
}
