import { ChevronDown, Globe } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { sayZone } from './times.ts';
import { say, spoken, timesTag } from './words.ts';
import { clockOf, findZones, type NamedZone, namedZones } from './zone-names.ts';
import { ownZone, zone } from './zones.ts';

interface Props {
  creatorZone: string;
  /** The first time of the chosen day: zones are named as they are then. */
  at: string;
}

/** Whose clock the times are of, and the choice of another by the name of a city or country. */
export function ZoneChoice({ creatorZone, at }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="zone-choice">
      <button type="button" class="zone" aria-expanded={open} ref={button} onClick={() => setOpen(!open)}>
        <Icon node={Globe} size={18} />
        <span>
          {say('time.zone')} <b>{sayZone(zone.value, at)}</b>
        </span>
        <span class="unseen">. {say('time.change')}</span>
        <Icon node={ChevronDown} size={18} />
      </button>
      {open && <ZoneSearch creatorZone={creatorZone} at={at} close={close} />}
    </div>
  );
}

/** What is looked for, what is found, and which of that the arrow keys are at. */
function useZoneSearch(creatorZone: string, close: () => void) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const language = spoken();
  const all = useMemo(() => namedZones(language), [language]);
  const near = [...new Set([ownZone, zone.value, creatorZone])];
  const found =
    search.trim() === '' ? near.flatMap((name) => all.find((one) => one.zone === name) ?? []) : findZones(all, search);
  const look = (typed: string) => {
    setSearch(typed);
    setActive(0);
  };
  const take = (chosen: NamedZone | undefined) => {
    if (!chosen) return;
    zone.value = chosen.zone;
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') take(found[active]);
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return { search, active, found, look, take, onKeyDown };
}

/** A field with a list below it (a combobox of ARIA): arrow keys walk the list, Enter takes, Escape closes. */
function ZoneSearch({ creatorZone, at, close }: Props & { close: () => void }) {
  const { search, active, found, look, take, onKeyDown } = useZoneSearch(creatorZone, close);
  const field = useRef<HTMLInputElement>(null);
  // Before anything is drawn: what is typed at once is not lost.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <div class="zone-search">
      <input
        class="control"
        type="text"
        role="combobox"
        aria-label={say('time.find')}
        placeholder={say('time.find')}
        aria-expanded="true"
        aria-controls="zones"
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `zone-${active}`}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        value={search}
        ref={field}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class={found.length > 0 ? 'unseen' : 'quiet small'} role="status">
        {found.length > 0 ? say('time.found', { count: found.length }) : say('time.notFound')}
      </p>
      <div class="zones" id="zones" role="listbox" aria-label={say('time.change')}>
        {found.map((one, place) => (
          <Zone key={one.zone} of={one} at={at} place={place} active={place === active} take={() => take(one)} />
        ))}
      </div>
    </div>
  );
}

interface ZoneProps {
  of: NamedZone;
  at: string;
  place: number;
  active: boolean;
  take: () => void;
}

function Zone({ of, at, place, active, take }: ZoneProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
    <div
      class="zone-option"
      id={`zone-${place}`}
      role="option"
      tabIndex={-1}
      aria-selected={of.zone === zone.value}
      data-active={active}
      ref={row}
      onClick={take}
    >
      <b>{[of.city, of.country].filter(Boolean).join(', ')}</b>
      <span class="quiet small">{clockOf(of.zone, at, timesTag())}</span>
    </div>
  );
}
