import { AlarmClock, Inbox, Search, UserCheck } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Empty, Skeleton } from '../parts/surface.tsx';
import { BulkBar, MarkButton } from './bulk-bar.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { FilterTabs } from './filter-tabs.tsx';
import { FloodLines } from './flood-lines.tsx';
import { list } from './following.ts';
import { HeldTimes } from './held-times.tsx';
import { filter } from './lens.ts';
import { reveal, scroll, windowOf } from './list-window.ts';
import { Narrowed, NothingFits } from './narrowed.tsx';
import { NewAbove } from './new-above.tsx';
import { sayQueue } from './queue-words.ts';
import { RequestRow } from './request-row.tsx';
import { search, searching } from './search-state.ts';
import { SuspectLine } from './spam-guess-line.tsx';
import { bounded, isNarrowed, listed, selectedId, view } from './state.ts';
import { ViewBar } from './view-bar.tsx';
import { say } from './words.ts';

/** The queue: filters with their counts, a search, and one line a request. */
export function RequestList() {
  return (
    <section class="pane pane-list" aria-label={say('list.label')}>
      <div class="list-head">
        <FilterTabs />
        <ViewBar />
        <Narrowed />
        <div class="list-find">
          <label class="list-search">
            <Icon node={Search} size={16} />
            <span class="unseen">{say('list.search')}</span>
            <input
              id="desk-search"
              type="search"
              class="control"
              placeholder={say('list.search')}
              value={search.value}
              onInput={(event) => {
                search.value = event.currentTarget.value;
              }}
              onKeyDown={(event) => {
                // On to what was found, by the keys; Escape would take the search away first.
                if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
              }}
            />
          </label>
          <MarkButton />
        </div>
      </div>
      <HeldTimes />
      <FloodLines />
      <SuspectLine />
      {view.value && list.value ? (
        <Rows />
      ) : (
        <div class="list-loading">
          <Skeleton lines={8} label={say('offline.connecting')} />
        </div>
      )}
      <BulkBar />
    </section>
  );
}

/** Only the rows that are seen are drawn, however long the list. All rows are of one height, which is measured. */
function Rows() {
  const all = listed.value;
  const chosen = selectedId.value;
  const place = chosen === null ? -1 : all.findIndex(({ id }) => id === chosen);
  const isThere = place >= 0;
  // Who comes by a link, or by the palette, sees where in the list they are; later the list is theirs to scroll.
  useEffect(() => {
    if (isThere) reveal(place);
  }, [chosen, isThere]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => measure(element));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [all.length === 0]);
  if (all.length === 0) return <Nothing />;
  const { first, last, above, below } = windowOf(all.length, scroll.value);
  return (
    <div class="list-scroll" ref={box} onScroll={(event) => measure(event.currentTarget)}>
      <NewAbove ids={all.map(({ id }) => id)} />
      <ul class="rows" style={{ paddingTop: `${above}px`, paddingBottom: `${below}px` }}>
        {all.slice(first, last).map((request, at) => (
          <RequestRow key={request.id} request={request} at={first + at} count={all.length} />
        ))}
      </ul>
      {bounded.value && <p class="list-bounded small quiet figures">{sayQueue('filters.bounded', bounded.value)}</p>}
    </div>
  );
}

function measure(box: HTMLElement): void {
  const row = box.querySelector('li')?.getBoundingClientRect().height || scroll.peek().row;
  scroll.value = { top: box.scrollTop, height: box.clientHeight, row };
}

const EMPTY = {
  open: { title: 'list.emptyOpen', text: 'list.emptyOpenText', icon: Inbox },
  mine: { title: 'list.emptyMine', text: 'list.emptyMineText', icon: UserCheck },
  all: { title: 'list.emptyAll', text: 'list.emptyAllText', icon: Inbox },
} as const;

function Nothing() {
  if (searching.value) {
    return (
      <Empty icon={Search} title={say('list.emptySearch')}>
        <Elsewhere />
        <Button
          size="small"
          onClick={() => {
            search.value = '';
          }}
        >
          {say('list.clearSearch')}
        </Button>
      </Empty>
    );
  }
  if (isNarrowed.value) return <NothingFits />;
  const list = filter.value;
  if (list === 'open' || list === 'mine' || list === 'all') {
    const { title, text, icon } = EMPTY[list];
    return (
      <Empty icon={icon} title={say(title)}>
        <p>{say(text)}</p>
      </Empty>
    );
  }
  return (
    <Empty icon={list === 'snoozed' ? AlarmClock : Inbox} title={sayQueue('filters.none')}>
      <p>{sayQueue(list === 'snoozed' ? 'filters.noneSnoozedText' : 'filters.noneText')}</p>
    </Empty>
  );
}
