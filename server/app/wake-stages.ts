import type { Scenes } from './scenes.ts';
import type { Stages } from './stages.ts';

/** A page that is open comes back by itself within this: it pauses 8 s at most between two tries (overlay/connect.ts). */
const PAGES_BACK_WITHIN_MS = 10_000;

/**
 * Wakes the browser sources that were opened before this program was there: they show OBS's own error page, with nothing
 * of ours in it that could try again. So once OBS has been connected for long enough and a stage still has no page, OBS
 * presses refresh on the sources of that stage, once a connection. Answers how to stop.
 */
export function wakeStages(deps: {
  stages: Pick<Stages, 'list' | 'pagesOf' | 'urlOf'>;
  scenes: Pick<Scenes, 'status' | 'onChange' | 'refreshStage'>;
  onFault: (error: unknown) => void;
  afterMs?: number;
}): () => void {
  const { stages, scenes, onFault, afterMs = PAGES_BACK_WITHIN_MS } = deps;
  let timer: NodeJS.Timeout | undefined;

  async function wake(): Promise<void> {
    const alone = stages.list().filter(({ id }) => stages.pagesOf(id).length === 0);
    for (const stage of alone) await scenes.refreshStage(stages.urlOf(stage, ''));
  }

  function look(): void {
    const isConnected = scenes.status().state === 'connected';
    if (!isConnected) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(() => void wake().catch(onFault), afterMs);
  }

  const forget = scenes.onChange(look);
  look();
  return () => {
    forget();
    clearTimeout(timer);
  };
}
