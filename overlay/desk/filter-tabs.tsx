import { ChevronDown } from 'lucide';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { FILTERS, type Filter, keyOfFilter } from './filters.ts';
import { sayQueue } from './queue-words.ts';
import { chooseFilter, counts, filter, menuShown } from './state.ts';
import { say } from './words.ts';
import './filters.css';

/** The lists that are looked at all day; the others stand in the menu. */
const TABS: ReadonlyArray<Filter> = ['open', 'mine', 'new'];
const IN_MENU = FILTERS.filter((each) => !TABS.includes(each));

/** Which requests are listed, each list with its count. What is chosen in the menu stands on its button. */
export function FilterTabs() {
  return (
    <div class="filters">
      <div class="filter-tabs" role="radiogroup" aria-label={say('list.filterLabel')}>
        {TABS.map((each) => (
          <label key={each} class="filter" data-filter={each} title={hintOf(each)}>
            <input type="radio" name="filter" checked={filter.value === each} onChange={() => chooseFilter(each)} />
            <span>
              {sayQueue(`filters.${each}`)} <Count of={each} />
            </span>
          </label>
        ))}
      </div>
      <Menu />
    </div>
  );
}

function Count({ of: list }: { of: Filter }) {
  return <span class="filter-count figures">{counts.value[list]}</span>;
}

function hintOf(list: Filter): string {
  return sayQueue('filters.keyHint', { list: sayQueue(`filters.${list}`), key: keyOfFilter(list) });
}

function Menu() {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const shown = menuShown.value;
  const chosen = TABS.includes(filter.value) ? null : filter.value;
  useEffect(() => {
    if (!shown) return;
    box.current?.querySelector<HTMLElement>('[aria-checked="true"], [role^="menuitem"]')?.focus();
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) menuShown.value = false;
    };
    const hear = (event: KeyboardEvent) => hearMenu(event, box.current);
    addEventListener('pointerdown', elsewhere);
    box.current?.addEventListener('keydown', hear);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      box.current?.removeEventListener('keydown', hear);
    };
  }, [shown]);
  return (
    <div class="filter-more" ref={box}>
      <button
        type="button"
        class="filter-more-button"
        aria-haspopup="menu"
        aria-expanded={shown}
        aria-controls={id}
        data-chosen={chosen !== null}
        onClick={() => {
          menuShown.value = !menuShown.value;
        }}
      >
        <span class="one-line">
          {chosen ? (
            <>
              {sayQueue(`filters.${chosen}`)} <Count of={chosen} />
            </>
          ) : (
            sayQueue('filters.more')
          )}
        </span>
        <Icon node={ChevronDown} size={14} />
      </button>
      <div id={id} class="filter-menu" role="menu" aria-label={sayQueue('filters.more')} hidden={!shown}>
        {shown && IN_MENU.map((each) => <Item key={each} list={each} />)}
      </div>
    </div>
  );
}

function Item({ list }: { list: Filter }) {
  return (
    <button
      type="button"
      class="filter-item"
      role="menuitemradio"
      tabIndex={-1}
      aria-checked={filter.value === list}
      data-filter={list}
      onClick={() => {
        menuShown.value = false;
        chooseFilter(list);
      }}
    >
      <span class="one-line">{sayQueue(`filters.${list}`)}</span>
      <Count of={list} />
      <kbd>{keyOfFilter(list)}</kbd>
    </button>
  );
}

/** The arrows walk through the open menu, Escape leaves it: none of them is a key of the desk meanwhile. */
function hearMenu(event: KeyboardEvent, box: HTMLElement | null): void {
  if (!box) return;
  const items: Element[] = [...box.querySelectorAll('[role^="menuitem"]')];
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  const wanted = to === undefined ? undefined : items[(to + items.length) % items.length];
  if (wanted instanceof HTMLElement) wanted.focus();
  else if (event.key === 'Escape') {
    menuShown.value = false;
    box.querySelector('button')?.focus();
  } else if (event.key === 'Tab') menuShown.value = false;
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}
