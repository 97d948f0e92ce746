import { ChevronDown, TicketSlash } from 'lucide';
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ShortCode } from '../../../shared/codes.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Empty } from '../../parts/surface.tsx';
import { tellCode } from '../model/code-words.ts';
import { codesToList, ROWS } from '../model/codes.ts';
import { CodeRow } from './code-row.tsx';

/** All codes, those in use first, a part at a time. */
export function CodeList({ codes }: { codes: ReadonlyArray<ShortCode> }) {
  const [ended, setEnded] = useState(false);
  const [wanted, setWanted] = useState('');
  const [most, setMost] = useState(ROWS);
  const tabs = useRef<HTMLFieldSetElement>(null);
  // Who works by keyboard goes on from the list whose row has left.
  const stay = () => tabs.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  const found = codesToList(codes, ended, wanted);
  if (codes.length === 0) return <NoCodes />;
  return (
    <section class="card stack" aria-label={tellCode('list.title')}>
      <div class="apart">
        <h2>{tellCode('list.title')}</h2>
        <Tabs
          codes={codes}
          ended={ended}
          at={tabs}
          show={(which) => {
            setEnded(which);
            setMost(ROWS);
          }}
        />
      </div>
      {codes.length > ROWS && (
        <TextField
          label={tellCode('list.find')}
          type="search"
          value={wanted}
          maxLength={80}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && (
        <p class="quiet">
          {tellCode(wanted.trim() !== '' ? 'list.noneFound' : ended ? 'list.noneEnded' : 'list.noneLive')}
        </p>
      )}
      <ul class="code-list">
        {found.slice(0, most).map((code) => (
          <CodeRow key={code.code} code={code} onGone={stay} />
        ))}
      </ul>
      <More left={found.length - most} show={() => setMost(most + ROWS)} />
    </section>
  );
}

/** The next part of the list, as long as there is one. */
function More({ left, show }: { left: number; show: () => void }) {
  if (left <= 0) return null;
  return (
    <div>
      <Button icon={ChevronDown} onClick={show}>
        {tellCode('list.more', { count: Math.min(ROWS, left) })}
      </Button>
    </div>
  );
}

function NoCodes() {
  return (
    <section class="card">
      <Empty icon={TicketSlash} title={tellCode('list.empty')}>
        <p>{tellCode('list.emptyText')}</p>
      </Empty>
    </section>
  );
}

interface TabsProps {
  codes: ReadonlyArray<ShortCode>;
  ended: boolean;
  at: RefObject<HTMLFieldSetElement | null>;
  show: (ended: boolean) => void;
}

/** Codes in use, and those that have ended, each with how many they are. */
function Tabs({ codes, ended, at, show }: TabsProps) {
  const count = (which: boolean) => codes.filter((one) => one.ended === which).length;
  return (
    <fieldset class="code-tabs" ref={at}>
      <legend class="unseen">{tellCode('list.show')}</legend>
      {[false, true].map((which) => (
        <Button
          key={String(which)}
          size="small"
          look="plain"
          aria-pressed={ended === which}
          onClick={() => show(which)}
        >
          {tellCode(which ? 'list.ended' : 'list.live')} <span class="figures">{count(which)}</span>
        </Button>
      ))}
    </fieldset>
  );
}
