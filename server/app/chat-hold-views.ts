import { readChatCode } from '../../shared/chat-code.ts';
import type { ChatHold } from '../../shared/chat-word.ts';
import type { StageView } from '../../shared/stage-view.ts';
import { toWireInstant } from '../../shared/time.ts';
import { onAirName } from '../core/booking/views.ts';
import { aliveChatHolds, readChatHold } from '../store/chat-holds.ts';
import { allServices, readBio } from '../store/offers.ts';
import type { BookingParts } from './booking-parts.ts';

/** The stage shows the newest; more codes at once nobody finds the own one among. */
const ON_STAGE = 3;

/** What is read of the holds that a word in the chat made. */
export interface ChatHoldViews {
  /** Where `/c/CODE` leads to, or null. Changes nothing. */
  resolve(typed: string): Promise<{ handle: string; service: string; code: string } | null>;
  /** Holds that nobody has claimed: on-air names and codes, the newest first. */
  onStage(): Promise<StageView['chatHolds']>;
  /** All that are alive, the oldest first. */
  onDesk(): Promise<ChatHold[]>;
}

export function createChatHoldViews({ store, creatorId, clock }: BookingParts): ChatHoldViews {
  const { db } = store;
  return {
    resolve: async (typed) => {
      const code = readChatCode(typed);
      const hold = code === null ? null : await readChatHold(db, creatorId, code, clock());
      const bio = (await readBio(db, creatorId))?.published;
      const service = hold && (await allServices(db, creatorId)).get(hold.service)?.service;
      return hold && bio && service ? { handle: bio.handle, service: service.slug, code: hold.code } : null;
    },
    onStage: async () => {
      const holds = (await aliveChatHolds(db, creatorId, clock())).filter(({ claimHash }) => claimHash === null);
      const newest = holds.reverse().slice(0, ON_STAGE);
      return newest.map(({ code, name, expiresAt }) => ({
        code,
        name: onAirName(name),
        until: toWireInstant(expiresAt),
      }));
    },
    onDesk: async () => {
      const holds = await aliveChatHolds(db, creatorId, clock());
      const services = holds.length > 0 ? await allServices(db, creatorId) : new Map();
      return holds.map(({ code, name, service, start, expiresAt, claimHash }) => ({
        code,
        name,
        service: { id: service, title: services.get(service)?.service.title ?? {} },
        start: toWireInstant(start),
        expiresAt: toWireInstant(expiresAt),
        taken: claimHash !== null,
      }));
    },
  };
}
