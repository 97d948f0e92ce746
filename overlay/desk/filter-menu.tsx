import { ChevronDown } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { FilterCount } from './filter-count.tsx';
import { type Filter, keyOfFilter } from './filters.ts';
import { keepingView, keptViews, viewNow } from './kept-views.ts';
import { LabelChips } from './label-chips.tsx';
import { labels } from './labels.ts';
import { filter, lookThrough, onlyLabel, onlyLanguage } from './lens.ts';
import { whileOpen } from './menu-keys.ts';
import { languageName } from './prepared-picker.tsx';
import { sayQueue } from './queue-words.ts';
import { chooseFilter, languagesHere, menuShown } from './state.ts';
import { mostNews, newsCounts } from './viewer-news.ts';

/** The lists that are looked at all day; the others stand in the menu. */
export const TABS: ReadonlyArray<Filter> = ['open', 'mine', 'new'];
/** By the way of a request: who answers it, what it waits for, how it ended. */
const IN_MENU = [
  'claimed',
  'waiting',
  'offered',
  'booked',
  'snoozed',
  'closed',
  'done',
  'no-show',
  'declined',
  'spam',
  'all',
] as const satisfies ReadonlyArray<Filter>;

/** The lists that are no tabs, and what else narrows them. The chosen list stands on the button. */
export function FilterMenu() {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const shown = menuShown.value;
  useLayoutEffect(() => (shown && box.current ? whileOpen(box.current) : undefined), [shown]);
  return (
    <div class="filter-more" ref={box}>
      <MenuButton menu={id} />
      <div id={id} class="filter-menu" role="menu" aria-label={sayQueue('filters.more')} hidden={!shown}>
        {shown && (
          <>
            {IN_MENU.map((each) => (
              <List key={each} list={each} />
            ))}
            <Views />
            <ByLabel />
            <ByLanguage />
          </>
        )}
      </div>
    </div>
  );
}

function MenuButton({ menu }: { menu: string }) {
  const chosen = TABS.includes(filter.value) ? null : filter.value;
  return (
    <button
      type="button"
      class="filter-more-button"
      aria-haspopup="menu"
      aria-expanded={menuShown.value}
      aria-controls={menu}
      data-chosen={chosen !== null}
      onClick={() => {
        menuShown.value = !menuShown.value;
      }}
    >
      <span class="one-line">
        {chosen ? (
          <>
            {sayQueue(`filters.${chosen}`)} <FilterCount list={chosen} />
          </>
        ) : (
          sayQueue('filters.more')
        )}
      </span>
      <NewsMark count={mostNews(IN_MENU)} />
      <Icon node={ChevronDown} size={14} />
    </button>
  );
}

/** How many of a list were moved, cancelled or booked by their viewer and not opened since. */
function NewsMark({ count }: { count: number }) {
  if (count === 0) return null;
  const words = sayQueue('news.count', { count });
  return (
    <span class="filter-news figures" title={words}>
      <span class="unseen">{words}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}

function List({ list }: { list: Filter }) {
  const key = keyOfFilter(list);
  return (
    <button
      type="button"
      class="filter-item"
      role="menuitemradio"
      tabIndex={-1}
      aria-checked={filter.value === list}
      data-filter={list}
      onClick={() => leaveBy(() => chooseFilter(list))}
    >
      <span class="one-line">
        {sayQueue(`filters.${list}`)} <NewsMark count={newsCounts.value[list]} />
      </span>
      <FilterCount list={list} />
      {key === null ? <span class="filter-nokey" /> : <kbd>{key}</kbd>}
    </button>
  );
}

/** What somebody has kept under a name, and the way to keep what is shown now. */
function Views() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={sayQueue('views.title')} class="filter-group">
      <p class="filter-heading small quiet" aria-hidden="true">
        {sayQueue('views.title')}
      </p>
      {keptViews.value.map((view) => (
        <button
          key={view.id}
          type="button"
          class="filter-item"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={viewNow.value?.id === view.id}
          onClick={() => leaveBy(() => lookThrough(view.lens))}
        >
          <span class="one-line" dir="auto">
            {view.name}
          </span>
        </button>
      ))}
      <button
        type="button"
        class="filter-item"
        role="menuitem"
        tabIndex={-1}
        onClick={() =>
          leaveBy(() => {
            keepingView.value = true;
          })
        }
      >
        <span class="one-line">{sayQueue('views.keep')}</span>
      </button>
    </div>
  );
}

function ByLabel() {
  if (labels.value.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={sayQueue('labels.filter')} class="filter-group">
      <p class="filter-heading small quiet" aria-hidden="true">
        {sayQueue('labels.filter')}
      </p>
      {labels.value.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="filter-item"
          role="menuitemcheckbox"
          tabIndex={-1}
          aria-label={name}
          aria-checked={onlyLabel.value === id}
          onClick={() =>
            leaveBy(() => {
              onlyLabel.value = onlyLabel.value === id ? null : id;
            })
          }
        >
          <span>
            <LabelChips ids={[id]} />
          </span>
        </button>
      ))}
    </div>
  );
}

/** Nothing to choose from while all viewers read the same. */
function ByLanguage() {
  const all = languagesHere.value;
  if (all.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={sayQueue('labels.language')} class="filter-group">
      <p class="filter-heading small quiet" aria-hidden="true">
        {sayQueue('labels.language')}
      </p>
      {all.map((language) => (
        <button
          key={language}
          type="button"
          class="filter-item"
          role="menuitemcheckbox"
          tabIndex={-1}
          aria-checked={onlyLanguage.value === language}
          onClick={() =>
            leaveBy(() => {
              onlyLanguage.value = onlyLanguage.value === language ? null : language;
            })
          }
        >
          <span class="one-line">{languageName(language)}</span>
        </button>
      ))}
    </div>
  );
}

function leaveBy(choose: () => void): void {
  menuShown.value = false;
  choose();
}
