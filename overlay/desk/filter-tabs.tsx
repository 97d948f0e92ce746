import { FilterCount } from './filter-count.tsx';
import { FilterMenu, TABS } from './filter-menu.tsx';
import { keyOfFilter } from './filters.ts';
import { filter } from './lens.ts';
import { sayQueue } from './queue-words.ts';
import { chooseFilter } from './state.ts';
import { say } from './words.ts';
import './filters.css';

/** Which requests are listed, each list with its count. */
export function FilterTabs() {
  return (
    <div class="filters">
      <div class="filter-tabs" role="radiogroup" aria-label={say('list.filterLabel')}>
        {TABS.map((each) => (
          <label
            key={each}
            class="filter"
            data-filter={each}
            title={sayQueue('filters.keyHint', { list: sayQueue(`filters.${each}`), key: keyOfFilter(each) ?? '' })}
          >
            <input type="radio" name="filter" checked={filter.value === each} onChange={() => chooseFilter(each)} />
            <span>
              {sayQueue(`filters.${each}`)} <FilterCount list={each} />
            </span>
          </label>
        ))}
      </div>
      <FilterMenu />
    </div>
  );
}
