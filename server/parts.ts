import { randomUUID } from 'node:crypto';
import { toMillis } from '../shared/time.ts';
import { createAddress } from './app/address.ts';
import { createBooking } from './app/booking.ts';
import type { DmParts } from './app/booking-parts.ts';
import { openCodes } from './app/codes.ts';
import { openComments } from './app/comments.ts';
import { openCreatorClock } from './app/creator-clock.ts';
import { createDoor } from './app/door.ts';
import { goalDays } from './app/earlier-lives.ts';
import { createFigures } from './app/figures.ts';
import { createGiftPictures } from './app/gift-pictures.ts';
import { type Live, openLive } from './app/live.ts';
import { openMail } from './app/mail.ts';
import { createOnAir } from './app/on-air.ts';
import { createOwnAlerts } from './app/own-alerts.ts';
import { pastLiveOf } from './app/past-live.ts';
import { createPictures } from './app/pictures.ts';
import { qrPicture } from './app/qr.ts';
import { createRefreshStage } from './app/refresh-stage.ts';
import { createSceneHistory } from './app/scene-history.ts';
import { DEFAULT_OBS_ADDRESS } from './app/scene-settings.ts';
import { createScenes } from './app/scenes-door.ts';
import { openSettings, retentionOf } from './app/settings.ts';
import { openSourceList } from './app/source-list.ts';
import { createSources } from './app/sources.ts';
import { openStageControl } from './app/stage-control.ts';
import { createStageDesigns } from './app/stage-designs.ts';
import { openStages } from './app/stages.ts';
import { createViews } from './app/views.ts';
import { calendarReader } from './calendars/read.ts';
import type { Config } from './config.ts';
import { newsOf } from './core/stage/news.ts';
import { openDeskParts } from './desk-parts.ts';
import { smtpSender } from './mail/smtp.ts';
import { connectObs } from './obs/connection.ts';
import { hearGreeting } from './obs/greeting.ts';
import type { PartsBase } from './parts-base.ts';
import { openPeopleParts } from './people-parts.ts';
import { createEncoder } from './pictures/encode.ts';
import { createPictureFetch } from './pictures/fetch.ts';
import { createSharePictures } from './pictures/share-picture.ts';
import { readPage } from './store/journal.ts';
import { openPostgres } from './store/postgres.ts';
import { openSecrets, type Secrets } from './store/secrets.ts';
import { openSqlite } from './store/sqlite.ts';
import { TIKTOK_BUSINESS_API, tiktokDmApi } from './tiktok-dm/client.ts';
import { installedTunnels, openTunnel } from './tunnel/tunnel.ts';

/** The embedded edition has one creator; a hosted one names each. */
const CREATOR = 'local';

export type Parts = Awaited<ReturnType<typeof openParts>>;

/**
 * Opens the store and every door on it: the inside of the program, before anybody can reach it. `doors` answers the
 * addresses of the outside, which is opened later and may have been given free ports.
 */
export async function openParts(
  config: Config,
  doors: { publicUrl: () => string; publicPort: () => number; privateUrl: () => string },
  onFault: (error: unknown) => void,
) {
  const clock = () => Date.now();
  const newId = () => randomUUID();
  const secrets = openSecrets(config.dataFolder);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, onFault)
    : await openSqlite(config.dataFolder, onFault);
  try {
    const base: PartsBase = { store, creatorId: CREATOR, clock, newId, onFault };
    const live = await openLive(base);
    const noteFollowers = (source: string, count: number) => {
      const handle = source.split('@')[1];
      if (handle) booking.offers.noteFollowers(handle, count).catch(onFault);
    };
    const sources = createSources({ live, clock, noteFollowers, onFault });
    const sourceList = await openSourceList(base);
    const settings = await openSettings(base);
    const stages = await openStages({ ...base, secrets, language: () => settings.current().language });
    const stageDesigns = createStageDesigns({ ...base, stages });
    const giftPictures = createGiftPictures({
      ...createPictureFetch(),
      secret: secrets.derive('gift-pictures'),
      clock,
    });
    const stageControl = await openStageControl(base);
    const ownAlerts = createOwnAlerts({ ...base, lastSeq: () => live.session([]).lastSeq });
    for (const change of live.justBefore()) stages.remember(newsOf(change), change.at);
    const address = createAddress({
      environment: config.publicUrl,
      door: doors.publicUrl,
      setting: () => settings.current().publicUrl,
      installed: () => installedTunnels(config.path),
      openTunnel: (program, stop, tell) => openTunnel(program, doors.publicPort(), config.path, stop, tell),
      onFault,
    });
    const people = await openPeopleParts(base, { config, settings, publicUrl: address.url, doors });
    const codes = await openCodes(base);
    const codePicture = (code: string) => (codes.about(code) ? qrPicture(`${address.url()}/c/${code}`) : null);
    const threadSecret = secrets.derive('threads');
    const mail = await openMail({
      ...base,
      secretBox: secrets,
      derive: secrets.derive,
      threadSecret,
      publicUrl: address.url,
      deskUrl: () => `${doors.privateUrl()}/desk`,
      language: () => settings.current().language,
      environment: config.mail,
      senderTo: smtpSender,
    });
    const booking = createBooking({
      ...base,
      codeOf: async (typed) => (await codes.find(typed))?.code ?? null,
      aboutCode: codes.about,
      answerWithinHours: () => settings.current().answerWithinHours,
      keep: () => retentionOf(settings.current()),
      isLive: () => live.session([]).session?.endedAt === null,
      secret: threadSecret,
      publicUrl: address.url,
      door: createDoor(),
      feeds: { read: calendarReader(), seal: secrets.seal, open: secrets.open, random: Math.random },
      mail: mail.queue,
      ...(config.tiktok ? { dm: dmOf(config.tiktok, secrets) } : {}),
    });
    const desk = await openDeskParts(base, { ...people, booking, publicUrl: address.url });
    const comments = await openComments({ ...base, now: clock() });
    const creatorClock = await openCreatorClock({ booking, onFault });
    // Scenes that were renamed while Cuedesk was off are found by the names that are known.
    for (const { id } of stages.list()) await stageDesigns.of(id);
    const sceneHistory = createSceneHistory({ ...base, session: () => sessionAround(live, clock()) });
    const scenes = await createScenes({
      ...base,
      onSceneChange: sceneHistory.note,
      minuteAt: creatorClock.minuteAt,
      language: () => settings.current().language,
      ownStep: (step, priority) =>
        step.type === 'layout'
          ? stageControl.layout(step.layout)
          : step.type === 'alert'
            ? ownAlerts.show(step.text, priority)
            : stageControl.act(step.act, ownAlerts.lastSeq()),
      namedElsewhere: {
        scenes: () => [...stageDesigns.scenes(), ...codes.scenes()],
        renamed: async (renames) => {
          const kept = [stageDesigns.renameScenes(renames), codes.renameScenes(renames)];
          await Promise.all(kept.map((each) => each.catch(onFault)));
        },
      },
      secretBox: { seal: secrets.seal, open: (sealed) => orThrow(secrets.open(sealed)) },
      connectObs,
      search: config.obs.search ? { address: DEFAULT_OBS_ADDRESS, hear: hearGreeting } : null,
      environment: config.obs.address ? { address: config.obs.address, password: config.obs.password } : null,
    });
    const pictures = createPictures({ ...base, encode: createEncoder() });
    const onAir = createOnAir({ ...base, booking, stages, stageDesigns, stageControl });
    const views = createViews({
      live,
      sources,
      stages,
      stageDesigns,
      giftPictures,
      stageControl,
      onAir,
      booking,
      codes,
      scenes,
      settings,
      address,
      mail,
      clock,
    });
    const figures = createFigures({ ...base, live, sources, booking, goalDays: goalDays(stages, stageDesigns) });
    const journal = (after: number, limit: number) => readPage(store.db, CREATOR, after, limit);
    return {
      store,
      creatorId: CREATOR,
      readJournal: journal,
      pastLive: (id: string | null) => pastLiveOf(store, CREATOR, id, live.session([]).session, sceneHistory),
      clock,
      newId,
      live,
      sources,
      sourceList,
      settings,
      stages,
      stageDesigns,
      giftPictures,
      stageControl,
      ownAlerts,
      onAir,
      ...people,
      ...desk,
      comments,
      address,
      booking,
      mail,
      pictures,
      drawShared: createSharePictures(),
      codes,
      codePicture,
      scenes,
      sceneHistory,
      creatorClock,
      views,
      figures,
      refreshStage: createRefreshStage({ stages, scenes }),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function dmOf({ clientKey, clientSecret, apiUrl }: NonNullable<Config['tiktok']>, secrets: Secrets): DmParts {
  const api = tiktokDmApi(apiUrl ?? TIKTOK_BUSINESS_API, { clientKey, clientSecret });
  return { api, clientKey, clientSecret, box: { seal: secrets.seal, open: secrets.open } };
}

/** The live that runs, or has ended a moment ago: what its end brings on is still a part of it. */
function sessionAround(live: Pick<Live, 'session'>, now: number): string | null {
  const { session } = live.session([]);
  if (!session) return null;
  return session.endedAt === null || now - toMillis(session.endedAt) < 60_000 ? session.id : null;
}

function orThrow(text: string | null): string {
  if (text === null) throw new Error('sealed by another installation');
  return text;
}
