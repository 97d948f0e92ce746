import type { DeskScenes, DeskView } from '../../shared/desk-view.ts';
import { may } from '../../shared/rights.ts';
import type { OnStage, StageView } from '../../shared/stage-view.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { floodsFor, liveFor } from '../core/desk/by-rights.ts';
import { stillPosting } from '../core/live/posting.ts';
import { firstScene } from '../core/scenes/rest.ts';
import { stageView } from '../core/views.ts';
import type { Address } from './address.ts';
import type { Booking } from './booking.ts';
import type { Codes } from './codes.ts';
import type { GiftPictures } from './gift-pictures.ts';
import { kept } from './kept-until.ts';
import type { Live } from './live.ts';
import type { Mail } from './mail.ts';
import type { OnAir } from './on-air.ts';
import type { Scenes } from './scenes.ts';
import type { Settings } from './settings.ts';
import type { Person } from './signed-in.ts';
import type { Sources } from './sources.ts';
import { createStageCard, pinnedIn, withoutScheme } from './stage-card.ts';
import type { StageControl } from './stage-control.ts';
import type { StageDesigns } from './stage-designs.ts';
import type { Stages } from './stages.ts';

/** How long a computed next free time is good for: slots are dear to compute, and the stage is told when it was. */
const NEXT_FREE_KEPT_MS = 5000;
/** How long the queue is good for without a change: claims lapse and bookings pass by the clock alone. */
const QUEUE_KEPT_MS = 5000;
/** Holds of the chat end by the clock alone. */
const HELD_KEPT_MS = 1000;

interface Parts {
  readonly live: Live;
  readonly sources: Sources;
  readonly stages: Stages;
  readonly stageDesigns: Pick<StageDesigns, 'giftsOf' | 'revised'>;
  readonly giftPictures: Pick<GiftPictures, 'pathOf'>;
  readonly stageControl: StageControl;
  readonly onAir: Pick<OnAir, 'now'>;
  readonly booking: Booking;
  readonly codes: Pick<Codes, 'ofCard' | 'ofOffer' | 'moment' | 'revision'>;
  readonly scenes: Scenes;
  readonly settings: Settings;
  readonly address: Address;
  readonly mail: Pick<Mail, 'status'>;
  readonly clock: () => EpochMillis;
}

export type Views = ReturnType<typeof createViews>;

/** Gathers what each view is made of. Views are made anew for each sending; what is dear to compute is kept a little. */
export function createViews(parts: Parts) {
  const { live, sources, stages, stageDesigns, giftPictures, stageControl, booking, codes, scenes } = parts;
  const { settings, address, mail, clock } = parts;
  const nextFree = kept(NEXT_FREE_KEPT_MS, clock, async () => {
    const now = clock();
    const free = await booking.views.nextFree();
    return free ? { ...free, checkedAt: toInstant(now) } : null;
  });
  const card = createStageCard({ booking, codes, address, clock });
  const queue = kept(QUEUE_KEPT_MS, clock, () => booking.views.queueForStage());
  const held = kept(HELD_KEPT_MS, clock, async () => ({
    onStage: await booking.chat.onStage(),
    onDesk: await booking.chat.onDesk(),
  }));

  /** Asks count for codes too. */
  let asked = 0;
  booking.onChange(() => {
    asked += 1;
    for (const one of [nextFree, queue, held]) one.forget();
  });

  function stagesForStudio(): Promise<StudioView['stages']> {
    const revised = stages.statuses().map(async (status) => {
      const kept = await stageDesigns.revised(status.id);
      return { ...status, designRevision: kept?.revision ?? 0 };
    });
    return Promise.all(revised);
  }

  function byHand(): OnStage {
    const { blank, featured, layout, alerts } = stageControl.current();
    return { blank, featured, layout, alertControl: alerts };
  }

  return {
    byHand,

    /**
     * `first`: with the moments of the last seconds; a page that has its view hears them one by one. Null when there is
     * no such stage any more.
     */
    async stage(id: string, first: boolean): Promise<StageView | null> {
      const [free, waiting, heldNow] = await Promise.all([nextFree.now(), queue.now(), held.now()]);
      const stage = stages.list().find((one) => one.id === id);
      if (!stage) return null;
      const design = (await stageDesigns.revised(id))?.design;
      const pinned = design ? pinnedIn(design) : new Set<string>();
      const { clearedSeq } = stageControl.current().alerts;
      const scene = scenes.status().scene ?? null;
      return stageView({
        stage: { id: stage.id, name: stage.name, language: stage.language },
        ...(await card.now({ ...stage, pinned }, scene)),
        nextFree: free,
        queue: waiting,
        chatHolds: heldNow.onStage,
        scene,
        setUp: stages.isSettingUp(stage.id),
        ...byHand(),
        moments: first ? stages.recent(clearedSeq, stageDesigns.giftsOf(id), giftPictures.pathOf) : [],
        now: clock(),
      });
    },

    async desk(person: Person): Promise<DeskView> {
      const bio = await booking.offers.published();
      const { blank, alertControl } = byHand();
      return {
        me: { id: person.id, name: person.name, role: person.role, rights: [...person.rights] },
        creator: bio ? { name: bio.name, handle: bio.handle, zone: bio.zone } : null,
        services: await booking.offers.titles(),
        floods: floodsFor(booking.queue.floods(), person.rights),
        chatHolds: (await held.now()).onDesk,
        moment: codes.moment(),
        codeAddress: withoutScheme(`${address.url()}/c/`),
        live: liveFor(live.session(sources.statuses()), person.rights),
        onStage: { blank, alertControl },
        alertsWaiting: stages.alertsWaiting(),
        onAir: await parts.onAir.now(),
        stageOpen: stages.isOpen(),
        scenes: may(person, 'control-scenes') ? deskScenes(scenes) : null,
        serverTime: toInstant(clock()),
      };
    },

    async studio(): Promise<StudioView> {
      const session = live.session(sources.statuses());
      const postedAt = stillPosting(live.postedAt(), clock());
      const testedAt = live.testedAt();
      const { bio, published, missing, leftOut, changed, followersKnown } = await booking.offers.bio();
      const { publicUrl: _asAddress, ...chosen } = settings.current();
      return {
        live: session,
        lastTestAt: testedAt === null ? null : toInstant(testedAt),
        postedAt: postedAt === null ? null : toInstant(postedAt),
        sources: sources.statuses(),
        stages: await stagesForStudio(),
        onStage: byHand(),
        alertsWaiting: stages.alertsWaiting(),
        obs: scenes.status(),
        rules: [...scenes.rules()],
        ruleTraces: scenes.traces(),
        automation: scenes.automation(),
        ruleRevisions: scenes.revisions(),
        queue: await booking.views.counts(),
        codes: { revision: codes.revision() + asked, moment: codes.moment() },
        address: address.state(),
        mail: await mail.status(),
        bio,
        published,
        missing,
        leftOut,
        bioChanged: changed,
        services: await booking.offers.services(),
        oldSlugs: await booking.offers.oldSlugs(),
        calendars: await booking.feeds.list(),
        licences: await booking.offers.licences(),
        followersKnown,
        settings: {
          ...chosen,
          obsAddress: scenes.status().address,
          obsPasswordSet: scenes.passwordSet(),
          sampleShow: sources.has('demo'),
        },
        gapsOpen: session.gaps.filter((gap) => gap.to === null),
        serverTime: toInstant(clock()),
      };
    },
  };
}

function deskScenes(scenes: Pick<Scenes, 'rules' | 'status'>): DeskScenes {
  const { state, scene, automation, pause, wayBack } = scenes.status();
  const withButton = scenes
    .rules()
    .filter(
      ({ enabled, when }) => enabled && when.some((group) => group.conditions.some(({ type }) => type === 'button')),
    );
  const buttons = withButton.map((rule) => ({
    rule: rule.id,
    name: rule.name,
    scene: firstScene(rule)?.scene ?? null,
  }));
  return { connected: state === 'connected', scene, automation, pause, wayBack, buttons };
}
