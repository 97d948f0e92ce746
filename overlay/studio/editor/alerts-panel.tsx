import type { AlertType } from '../../../shared/alert-types.ts';

import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { AlertPace } from './alert-pace.tsx';
import { AlertTypeRules } from './alert-rules.tsx';

/** The dearest first. */
const TYPES = [
  'gift',
  'tip',
  'subscribe',
  'fan-club',
  'follow',
  'share',
  'own',
] as const satisfies ReadonlyArray<AlertType>;

/** By which rules alerts come, type by type, and what holds for all of them. */
export function AlertsPanel({ editing }: { editing: Editing }) {
  return (
    <>
      <h2>{tell('alerts.title')}</h2>
      <div class="alert-types">
        {TYPES.map((type) => (
          <AlertTypeRules key={type} editing={editing} type={type} />
        ))}
      </div>
      <AlertPace editing={editing} />
    </>
  );
}
