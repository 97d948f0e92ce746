import { Check } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';

/** The switch for moderators who sit elsewhere. */
export function DeskOutsideCard() {
  const act = useAct();
  const shown = view.value;
  if (!shown) return null;
  const { settings, address } = shown;
  return (
    <section class="card stack">
      <div class="stack gap-2">
        <h2>{tellPeople('outsideTitle')}</h2>
        <p class="quiet">{tellPeople('outsideText')}</p>
      </div>
      <Check
        label={tellPeople('outside', { address: `${address.url.replace(/^https?:\/\//, '')}/desk` })}
        checked={settings.deskOutside}
        disabled={act.busy}
        onChange={(event) => void act.run('PUT', '/settings', { deskOutside: event.currentTarget.checked })}
      />
      {settings.deskOutside && address.localOnly && <Notice tone="warning" title={tellPeople('outsideLocal')} />}
      {settings.deskOutside && !address.localOnly && <p class="quiet small">{tellPeople('outsideLinks')}</p>}
      <RefusedNote refused={act.refused} />
    </section>
  );
}
