import { CircleCheck, CircleDashed } from 'lucide';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { StateWord } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { checklist } from '../model/eligibility.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';
import { NothingBookable } from './bookable.tsx';

/** The check that gates publishing, point by point, and the button that does it. */
export function Eligibility({ beforePublish }: { beforePublish: () => Promise<void> }) {
  const act = useAct();
  const current = view.value;
  if (!current) return null;
  const points = checklist(current.missing, current.bio !== null, current.services.length);
  const ready = current.bio !== null && current.missing.length === 0;
  async function publish(): Promise<void> {
    await beforePublish();
    await act.run('POST', '/bio/publish');
  }
  return (
    <aside class="card stack side" aria-label={say('bio.check')}>
      <div class="stack gap-2">
        <h2>{say('bio.check')}</h2>
        <p class="quiet small">{say('bio.checkText')}</p>
      </div>
      <ul class="points">
        {points.map(({ point, why, holds }) => (
          <li key={point} class={holds ? 'point point-holds' : 'point'} data-point={point} data-holds={holds}>
            <Icon node={holds ? CircleCheck : CircleDashed} size={18} />
            <span>
              {say(`bio.point.${point}`)}
              {!holds && <span class="quiet small point-fix">{say(`bio.fix.${why}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <StateWord tone={current.published ? 'positive' : 'plain'}>
        {say(current.published ? 'air.published' : 'air.draft')}
      </StateWord>
      <p class="quiet small">{say(current.published ? 'bio.published' : 'bio.notPublished')}</p>
      <NothingBookable />
      <Button look="primary" wide disabled={!ready || act.busy} onClick={() => void publish()}>
        {say(current.published ? 'bio.republish' : 'bio.publish')}
      </Button>
      <RefusedNote refused={act.refused} />
      {current.published && current.bio && (
        <LinkButton look="plain" size="small" href={`/@${current.bio.handle}`} target="_blank" rel="noreferrer">
          {say('bio.open')}
        </LinkButton>
      )}
    </aside>
  );
}
