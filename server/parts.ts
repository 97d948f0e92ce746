import { randomUUID } from 'node:crypto';
import { openAccess } from './app/access.ts';
import { createAddress } from './app/address.ts';
import { createBooking } from './app/booking.ts';
import { openCodes } from './app/codes.ts';
import { createDoor } from './app/door.ts';
import { createFigures } from './app/figures.ts';
import { openLive } from './app/live.ts';
import { createRefreshStage } from './app/refresh-stage.ts';
import { createScenes } from './app/scenes-door.ts';
import { openSettings } from './app/settings.ts';
import { openSourceList } from './app/source-list.ts';
import { createSources } from './app/sources.ts';
import { openStageControl } from './app/stage-control.ts';
import { createStageDesigns } from './app/stage-designs.ts';
import { openStages } from './app/stages.ts';
import { createViews } from './app/views.ts';
import type { Config } from './config.ts';
import { newsOf } from './core/stage/news.ts';
import { connectObs } from './obs/connection.ts';
import { readJournal } from './store/journal.ts';
import { openPostgres } from './store/postgres.ts';
import { openSecrets } from './store/secrets.ts';
import { openSqlite } from './store/sqlite.ts';
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
  doors: { publicUrl: () => string; publicPort: () => number },
  onFault: (error: unknown) => void,
) {
  const clock = () => Date.now();
  const newId = () => randomUUID();
  const secrets = openSecrets(config.dataFolder);
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl, onFault)
    : await openSqlite(config.dataFolder, onFault);
  try {
    const base = { store, creatorId: CREATOR, clock, newId, onFault };
    const live = await openLive(base);
    const sources = createSources({ live, clock, onFault });
    const sourceList = await openSourceList(base);
    const settings = await openSettings(base);
    const stages = await openStages({ ...base, secrets, language: () => settings.current().language });
    const stageDesigns = createStageDesigns({ ...base, stages });
    const stageControl = await openStageControl(base);
    for (const change of live.justBefore()) stages.remember(newsOf(change), change.at);
    const access = await openAccess({ ...base, ownerToken: config.ownerToken });
    const address = createAddress({
      environment: config.publicUrl,
      door: doors.publicUrl,
      setting: () => settings.current().publicUrl,
      installed: () => installedTunnels(config.path),
      openTunnel: (program, stop, tell) => openTunnel(program, doors.publicPort(), config.path, stop, tell),
      onFault,
    });
    const codes = await openCodes(base);
    const booking = createBooking({
      ...base,
      codeOf: async (typed) => (await codes.find(typed))?.code ?? null,
      secret: secrets.derive('threads'),
      publicUrl: address.url,
      door: createDoor(),
    });
    const scenes = await createScenes({
      ...base,
      secretBox: { seal: secrets.seal, open: (sealed) => orThrow(secrets.open(sealed)) },
      connectObs,
      environment: config.obs.address ? { address: config.obs.address, password: config.obs.password } : null,
    });
    const views = createViews({
      live,
      sources,
      stages,
      stageDesigns,
      stageControl,
      booking,
      codes,
      scenes,
      settings,
      address,
      clock,
    });
    const figures = createFigures({ ...base, live, sources, booking });
    const journal = (after: number, limit: number) => readJournal(store.db, CREATOR, after, limit);
    return {
      store,
      readJournal: journal,
      clock,
      newId,
      live,
      sources,
      sourceList,
      settings,
      stages,
      stageDesigns,
      stageControl,
      access,
      address,
      booking,
      codes,
      scenes,
      views,
      figures,
      refreshStage: createRefreshStage({ stages, scenes }),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function orThrow(text: string | null): string {
  if (text === null) throw new Error('sealed by another installation');
  return text;
}
