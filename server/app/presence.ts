import { isDeepStrictEqual } from 'node:util';
import type { DeskPresence, Here } from '../../shared/desk-team.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Member } from '../core/booking/request.ts';
import { presenceOf, type SeenAt } from '../core/desk/presence.ts';
import { createListeners } from './listeners.ts';

export type Presence = ReturnType<typeof createPresence>;

/** Who looks at which request, in memory alone: a page that comes back says anew where it is. */
export function createPresence(deps: { clock: () => EpochMillis; onFault: (error: unknown) => void }) {
  const pages = new Map<string, SeenAt>();
  const changed = createListeners<void>(deps.onFault);
  let told: DeskPresence[] = [];
  /** Tells when it has changed, also by the clock alone. */
  const look = () => {
    const next = presenceOf(pages.values(), deps.clock());
    if (isDeepStrictEqual(next, told)) return;
    told = next;
    changed.tell();
  };
  return {
    onChange: changed.add,
    now: (): DeskPresence[] => told,
    /** What a page said of itself; `page` names it as long as it is connected. */
    here(page: string, { id, name }: Member, { request, typing }: Here): void {
      const at = deps.clock();
      if (request === null) pages.delete(page);
      else pages.set(page, { person: { id, name }, request, at, typingAt: typing ? at : null });
      look();
    },
    gone(page: string): void {
      pages.delete(page);
      look();
    },
    /** To be called every second or two: what was said too long ago lapses. */
    look,
  };
}
