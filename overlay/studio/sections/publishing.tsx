import { useState } from 'preact/hooks';
import type { StudioView } from '../../../shared/studio-view.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Notice, StateWord } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { RefusedNote } from '../model/refused.tsx';
import { say } from '../model/words.ts';

interface Props {
  readonly current: StudioView;
  readonly beforePublish: () => Promise<void>;
}

/** What viewers see now, the button that shows them the draft while it says something else, and the way offline. */
export function Publishing({ current, beforePublish }: Props) {
  const { bio, published, missing, bioChanged } = current;
  const act = useAct();
  const ready = bio !== null && missing.length === 0;
  async function publish(): Promise<void> {
    await beforePublish();
    await act.run('POST', '/bio/publish');
  }
  return (
    <>
      <StateWord tone={published ? 'positive' : 'plain'}>{say(published ? 'air.published' : 'air.draft')}</StateWord>
      <p class="quiet small">{say(textFor(current))}</p>
      {(!published || bioChanged) && (
        <Button look="primary" wide disabled={!ready || act.busy} onClick={() => void publish()}>
          {say(published ? 'bio.republish' : 'bio.publish')}
        </Button>
      )}
      <RefusedNote refused={act.refused} />
      {published && bio && (
        <div class="row gap-2">
          <LinkButton look="plain" size="small" href={`/@${bio.handle}`} target="_blank" rel="noreferrer">
            {say('bio.open')}
          </LinkButton>
          <TakeOffline />
        </div>
      )}
    </>
  );
}

function textFor({ published, bioChanged }: StudioView) {
  if (!published) return 'bio.notPublished';
  return bioChanged ? 'bio.published' : 'bio.asItStands';
}

/** Asks first: what viewers had open closes for them, and what is booked does not. */
function TakeOffline() {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  if (!asking) {
    return (
      <Button look="plain" size="small" onClick={() => setAsking(true)}>
        {say('bio.offline')}
      </Button>
    );
  }
  return (
    <Notice tone="warning" title={say('bio.offlineAsk')}>
      <p class="small">{say('bio.offlineText')}</p>
      <div class="row gap-2">
        <Button size="small" look="danger" disabled={act.busy} onClick={() => void act.run('DELETE', '/bio/publish')}>
          {say('bio.offlineYes')}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {say('common.cancel')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </Notice>
  );
}
