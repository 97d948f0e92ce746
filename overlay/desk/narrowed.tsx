import { ListFilter, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Empty } from '../parts/surface.tsx';
import { viewNow } from './kept-views.ts';
import { LabelChips } from './label-chips.tsx';
import { labelsById } from './labels.ts';
import { isLabelGone, onlyLabel, onlyLanguage } from './lens.ts';
import { languageName } from './prepared-picker.tsx';
import { sayQueue } from './queue-words.ts';
import { widen } from './state.ts';

/** By what the list is narrowed beside its search, each with the way to see all again. */
export function Narrowed() {
  const label = labelsById.value.get(onlyLabel.value ?? '');
  const language = onlyLanguage.value;
  if (!label && !language) return <LabelGone />;
  return (
    <>
      <LabelGone />

      <div class="narrowed small">
        <span class="quiet">{sayQueue('labels.narrowed')}</span>
        {label && (
          <Off
            name={label.name}
            clear={() => {
              onlyLabel.value = null;
            }}
          >
            <LabelChips ids={[label.id]} />
          </Off>
        )}
        {language && (
          <Off
            name={languageName(language)}
            clear={() => {
              onlyLanguage.value = null;
            }}
          >
            {languageName(language)}
          </Off>
        )}
      </div>
    </>
  );
}

/** That the label was deleted to which the list, or the view that is looked through, was narrowed: nothing is hidden by it. */
function LabelGone() {
  if (!isLabelGone.value) return null;
  return (
    <div class="narrowed small" role="status">
      <span>{sayQueue(viewNow.value ? 'labels.goneView' : 'labels.gone')}</span>
      <Button
        size="small"
        onClick={() => {
          onlyLabel.value = null;
        }}
      >
        {sayQueue('labels.goneClear')}
      </Button>
    </div>
  );
}

/** Why the list is empty although requests of it may be hidden. */
export function NothingFits() {
  return (
    <Empty icon={ListFilter} title={sayQueue('labels.emptyTitle')}>
      <p>{sayQueue('labels.emptyText')}</p>
      <Button size="small" onClick={widen}>
        {sayQueue('labels.widen')}
      </Button>
    </Empty>
  );
}

function Off({ name, clear, children }: { name: string; clear: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="narrowed-off" aria-label={sayQueue('labels.clear', { name })} onClick={clear}>
      {children}
      <Icon node={X} size={13} />
    </button>
  );
}
