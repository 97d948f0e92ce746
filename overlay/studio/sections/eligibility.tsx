import { CircleCheck, CircleDashed } from 'lucide';
import { inLanguage } from '../../../shared/local-text.ts';
import type { StudioView } from '../../../shared/studio-view.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { StateWord } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { checklist, unsettled } from '../model/eligibility.ts';
import { word } from '../model/offer-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
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
              {point === 'followers' && current.bio && (
                <span class="quiet small point-fix">{followersText(current, current.bio.followers)}</span>
              )}
              {!holds && <span class="quiet small point-fix">{fixFor(why, current)}</span>}
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

/** How many there are, and who says so. */
function followersText({ followersKnown }: StudioView, own: number): string {
  const count = (followersKnown?.count ?? own).toLocaleString(tongue());
  return word(followersKnown ? 'check.followersSource' : 'check.followersOwn', { count });
}

/** What to do about a point that does not hold. */
function fixFor(why: ReturnType<typeof checklist>[number]['why'], current: StudioView): string {
  const { followersKnown, missing, services } = current;
  if (why === 'too-few-followers' && followersKnown) {
    return word('check.followersFix', { count: followersKnown.count.toLocaleString(tongue()) });
  }
  if (why !== 'licence-unconfirmed') return say(`bio.fix.${why}`);
  const slugs = unsettled(missing);
  const titles = services.filter(({ slug }) => slugs.includes(slug)).map(({ title }) => inLanguage(title, tongue()));
  return titles.length > 0 ? word('check.licenceFix', { services: titles.join(', ') }) : say(`bio.fix.${why}`);
}
