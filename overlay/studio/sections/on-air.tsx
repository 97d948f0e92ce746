import type { ComponentChildren } from 'preact';
import { StateWord } from '../../parts/surface.tsx';
import { onOffer } from '../model/on-offer.ts';
import { type Section, view } from '../model/state.ts';
import { say } from '../model/words.ts';

/** What viewers meet at this moment: the stage, the scene, the address, the bio. */
export function OnAir() {
  const current = view.value;
  if (!current) return null;
  const stage = current.stages.find((each) => each.state === 'connected');
  return (
    <section class="card stack" aria-label={say('air.title')}>
      <h2>{say('air.title')}</h2>
      <dl class="facts">
        <Fact name={say('air.stage')} to="stage">
          {stage ? stage.name : <span class="quiet">{say('air.noStage')}</span>}
        </Fact>
        <Fact name={say('air.scene')} to="scenes">
          {current.obs.scene ?? <span class="quiet">{say('air.noScene')}</span>}
        </Fact>
        <Fact name={say('air.booking')} to="address">
          <span class="one-line">{current.address.url.replace(/^https?:\/\//, '')}</span>
          {current.address.localOnly && <StateWord tone="warning">{say('air.localOnly')}</StateWord>}
        </Fact>
        <Fact name={say('air.bio')} to="bio">
          {current.bio ? (
            <>
              <span class="one-line">{current.bio.headline || current.bio.name}</span>
              <StateWord tone={current.published ? 'positive' : 'warning'}>
                {say(current.published ? 'air.published' : 'air.draft')}
              </StateWord>
            </>
          ) : (
            <span class="quiet">{say('air.empty')}</span>
          )}
        </Fact>
        <Fact name={say('nav.services')} to="services">
          {say('air.services', { count: current.services.length })}
          {onOffer(current).length < current.services.length && (
            <StateWord tone="warning">{say('services.licenceOpen')}</StateWord>
          )}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, to, children }: { name: string; to: Section; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>
        <a href={`#${to}`}>{name}</a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
