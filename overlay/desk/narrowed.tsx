import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';
import { LabelChips } from './label-chips.tsx';
import { labelsById } from './labels.ts';
import { onlyLabel, onlyLanguage } from './lens.ts';
import { languageName } from './prepared-picker.tsx';
import { sayQueue } from './queue-words.ts';

/** By what the list is narrowed beside its search, each with the way to see all again. */
export function Narrowed() {
  const label = labelsById.value.get(onlyLabel.value ?? '');
  const language = onlyLanguage.value;
  if (!label && !language) return null;
  return (
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
