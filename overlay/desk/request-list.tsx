import { Inbox, Search, UserCheck } from 'lucide';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Empty, Skeleton } from '../parts/surface.tsx';
import { FloodLines } from './flood-lines.tsx';
import { HeldTimes } from './held-times.tsx';
import { FILTERS, type Filter } from './queue.ts';
import { RequestRow } from './request-row.tsx';
import { chooseFilter, counts, filter, listed, ROWS_A_PAGE, rows, search, view } from './state.ts';
import { say } from './words.ts';

/** The queue: filters with their counts, a search, and one line a request. */
export function RequestList() {
  return (
    <section class="pane pane-list" aria-label={say('list.label')}>
      <div class="list-head">
        <Filters />
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
          />
        </label>
      </div>
      <HeldTimes />
      <FloodLines />
      {view.value ? (
        <Rows />
      ) : (
        <div class="list-loading">
          <Skeleton lines={8} label={say('offline.connecting')} />
        </div>
      )}
    </section>
  );
}

function Filters() {
  return (
    <div class="filters" role="radiogroup" aria-label={say('list.filterLabel')}>
      {FILTERS.map((each) => (
        <label key={each} class="filter" data-filter={each}>
          <input type="radio" name="filter" checked={filter.value === each} onChange={() => chooseFilter(each)} />
          <span>
            {say(`list.${each}`)} <span class="filter-count figures">{counts.value[each]}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

function Rows() {
  const all = listed.value;
  if (all.length === 0) return <Nothing />;
  const hidden = all.length - rows.value;
  return (
    <div class="list-scroll">
      <ul class="rows">
        {all.slice(0, rows.value).map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      {hidden > 0 && (
        <div class="list-more">
          <Button
            size="small"
            look="plain"
            wide
            onClick={() => {
              rows.value += ROWS_A_PAGE;
            }}
          >
            {say('list.more', { count: Math.min(hidden, ROWS_A_PAGE) })}
          </Button>
        </div>
      )}
    </div>
  );
}

const EMPTY = {
  open: { title: 'list.emptyOpen', text: 'list.emptyOpenText', icon: Inbox },
  mine: { title: 'list.emptyMine', text: 'list.emptyMineText', icon: UserCheck },
  all: { title: 'list.emptyAll', text: 'list.emptyAllText', icon: Inbox },
} as const satisfies Record<Filter, object>;

function Nothing() {
  if (search.value.trim() !== '') {
    return (
      <Empty icon={Search} title={say('list.emptySearch')}>
        <p>{say('list.emptySearchText')}</p>
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
  const { title, text, icon } = EMPTY[filter.value];
  return (
    <Empty icon={icon} title={say(title)}>
      <p>{say(text)}</p>
    </Empty>
  );
}
