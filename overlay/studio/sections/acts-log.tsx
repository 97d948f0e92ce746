import { useEffect, useRef, useState } from 'preact/hooks';
import { LOG_KINDS, type LogKind } from '../../../shared/log-kinds.ts';
import type { AuditEntry } from '../../../shared/people.ts';
import type { Refused } from '../../parts/ask.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Skeleton } from '../../parts/surface.tsx';
import { dayAndSecond } from '../../parts/time-words.ts';
import { type LogLens, type LogPart, readLog, withMore, withoutSettled } from '../model/acts-log.ts';
import { actText, logWords, tellLog, whyText } from '../model/log-words.ts';
import { people } from '../model/people.ts';
import { RefusedNote } from '../model/refused.tsx';
import { wantedLanguage } from '../model/state.ts';
import { tongue } from '../model/words.ts';

const KINDS = Object.keys(LOG_KINDS) as ReadonlyArray<LogKind>;
const ALL: LogLens = { person: null, kind: null };

/** The log of acts to read: by person and by kind, the newest first, fifty at a time. */
export function ActsLog() {
  const [lens, setLens] = useState(ALL);
  const [part, setPart] = useState<LogPart | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // What is shown by now, for an answer that was long on its way.
  const latest = useRef<LogPart | null>(null);
  const show = (next: LogPart) => {
    latest.current = next;
    setPart(next);
  };
  useEffect(() => void logWords.speak(wantedLanguage.value), [wantedLanguage.value]);
  useEffect(() => {
    let isWanted = true;
    // More of the earlier choice is not wanted any more, though that is shown until this has come.
    latest.current = null;
    void readLog(lens, null).then((answer) => {
      // A slow answer to an earlier choice must not stand under a later one.
      if (!isWanted) return;
      setRefused(answer.type === 'refused' ? answer : null);
      if (answer.type === 'done') show(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [lens]);
  async function more(shown: LogPart): Promise<void> {
    const answer = await readLog(lens, shown.next);
    if (latest.current !== shown) return;
    setRefused(answer.type === 'refused' ? answer : null);
    const next = answer.type === 'done' ? withMore(latest.current, shown, answer.value) : null;
    if (next) show(next);
  }
  if (logWords.language.value === null) return null;
  return (
    <section class="stack gap-3" aria-label={tellLog('title')}>
      <p class="quiet small">{tellLog('text')}</p>
      <LensFields lens={lens} onChange={setLens} onAnew={() => setLens({ ...lens })} />
      <RefusedNote refused={refused} />
      {part ? (
        <Entries part={part} onMore={() => void more(part)} />
      ) : (
        <Skeleton lines={5} label={tellLog('loading')} />
      )}
    </section>
  );
}

interface LensProps {
  lens: LogLens;
  onChange: (lens: LogLens) => void;
  onAnew: () => void;
}

function LensFields({ lens, onChange, onAnew }: LensProps) {
  return (
    <div class="three-tight">
      <SelectField
        label={tellLog('person')}
        value={lens.person ?? ''}
        onChange={(event) => onChange({ ...lens, person: event.currentTarget.value || null })}
      >
        <option value="">{tellLog('everybody')}</option>
        <option value="owner">{tellLog('owner')}</option>
        {people.value?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={tellLog('kind')}
        value={lens.kind ?? ''}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          onChange({ ...lens, kind: KINDS.find((kind) => kind === wanted) ?? null });
        }}
      >
        <option value="">{tellLog('everything')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {tellLog(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <div class="button-beside">
        <Button onClick={onAnew}>{tellLog('anew')}</Button>
      </div>
    </div>
  );
}

function Entries({ part, onMore }: { part: LogPart; onMore: () => void }) {
  if (part.entries.length === 0) return <p class="quiet">{tellLog('none')}</p>;
  return (
    <>
      <ol class="acts-log">
        {withoutSettled(part.entries).map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      {part.next === null ? (
        <p class="quiet small">{tellLog('end')}</p>
      ) : (
        <div>
          <Button onClick={onMore}>{tellLog('more')}</Button>
        </div>
      )}
    </>
  );
}

/** Whether it waits to be undone, or was. */
function isFine(result: string): result is 'held' | 'undone' {
  return result === 'held' || result === 'undone';
}

/** Nothing of what was done. What waits to be undone is no fault. */
function Outcome({ result }: Pick<AuditEntry, 'result'>) {
  if (result === 'done') return null;
  if (isFine(result)) return <span class="quiet"> {tellLog(result)}</span>;
  return <span class="acts-log-why"> {tellLog('refused', { why: whyText(result) })}</span>;
}

function Entry({ entry: { at, person, act, object, result } }: { entry: AuditEntry }) {
  const isPerson = act.startsWith('people.') || act === 'invitations.post';
  const about = isPerson ? people.value?.find(({ id }) => id === object)?.name : undefined;
  // Of what the daily turn forgot it is a number.
  const isRequest = act.startsWith('requests.') && /^[\w-]{30,64}$/.test(object);
  return (
    <li class="acts-log-line" data-result={result === 'done' || isFine(result) ? 'done' : 'refused'}>
      <time class="quiet small figures" dateTime={at}>
        {dayAndSecond(at, undefined, tongue())}
      </time>
      <strong>
        {person === null ? tellLog('nobody') : person.id.startsWith('owner') ? tellLog('owner') : person.name}
      </strong>
      <span>
        {actText(act)}
        {about && ` (${about})`}
        <Outcome result={result} />
        {isRequest && (
          <>
            {' '}
            <a class="small" href={`/desk#${object}`}>
              {tellLog('open')}
            </a>
          </>
        )}
      </span>
    </li>
  );
}
