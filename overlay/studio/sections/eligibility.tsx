import { CircleCheck, CircleDashed } from 'lucide';
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../../shared/local-text.ts';
import type { StudioView } from '../../../shared/studio-view.ts';
import { Icon } from '../../parts/icon.tsx';
import { checklist, unsettled } from '../model/eligibility.ts';
import { word } from '../model/offer-words.ts';
import { view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';
import { NothingBookable } from './bookable.tsx';
import { Publishing } from './publishing.tsx';

/** The check that gates publishing, point by point, and the buttons that publish and take back. */
export function Eligibility({ beforePublish }: { beforePublish: () => Promise<void> }) {
  const current = view.value;
  if (!current) return null;
  const points = checklist([...current.missing, ...current.leftOut], current.bio !== null, current.services.length);
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
              {holds && point === 'followers' && current.bio && (
                <span class="quiet small point-fix">{followersText(current, current.bio.followers)}</span>
              )}
              {!holds && <span class="quiet small point-fix">{fixFor(why, current)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <NothingBookable />
      <Publishing current={current} beforePublish={beforePublish} />
    </aside>
  );
}

/** How many there are, and who says so. */
function followersText({ followersKnown }: StudioView, own: number): string {
  const count = (followersKnown?.count ?? own).toLocaleString(tongue());
  return word(followersKnown ? 'check.followersSource' : 'check.followersOwn', { count });
}

/** What to do about a point that does not hold. */
function fixFor(why: ReturnType<typeof checklist>[number]['why'], current: StudioView): ComponentChildren {
  if (why === 'too-few-followers') return tooFewText(current);
  if (why !== 'licence-unconfirmed') return say(`bio.fix.${why}`);
  const { missing, leftOut, services } = current;
  const slugs = unsettled([...missing, ...leftOut]);
  const titles = services.filter(({ slug }) => slugs.includes(slug)).map(({ title }) => inLanguage(title, tongue()));
  if (titles.length === 0) return say(`bio.fix.${why}`);
  const text = word(missing.length > 0 ? 'check.licenceFix' : 'check.leftOut', { services: titles.join(', ') });
  return <a href="#services">{text}</a>;
}

/** How many there are, by whom, and what to do, in one sentence. */
function tooFewText({ followersKnown, bio }: StudioView): string {
  if (followersKnown) return word('check.followersFix', { count: followersKnown.count.toLocaleString(tongue()) });
  const own = bio?.followers ?? 0;
  if (own === 0) return say('bio.fix.too-few-followers');
  return word('check.followersFew', { count: own.toLocaleString(tongue()) });
}
