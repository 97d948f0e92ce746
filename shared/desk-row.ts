import type { DeskRequest, DeskRow } from './protocol.ts';

/**
 * A request as one line of the list, by the server and, ahead of it, by a page that was just answered. Nothing in it needs a right (`shared/rights.ts`), so that one row is everybody's:
 * what does is in the thread alone, which is made for each person by `requestFor`.
 */
export function deskRow(request: DeskRequest): DeskRow {
  const { id, state, start, name, language, updatedAt, claim, slotTaken, unread, block } = request;
  const { snoozedUntil, snoozedForLive, back } = request;
  return {
    id,
    state,
    service: request.service.id,
    start,
    name,
    language,
    since: sinceOf(request),
    loss: lossOf(request),
    updatedAt,
    claim,
    snoozedUntil,
    snoozedForLive,
    back,
    slotTaken,
    unread,
    block,
    labels: [...new Set([...request.labels.request, ...request.labels.person])].sort(),
    // Known to the list alone, which sees all asks together: for what was just acted on nothing speaks any more.
    spamSign: null,
  };
}

/** Since when the viewer has been waiting for the desk; for the rest, when it changed last. */
function sinceOf(request: DeskRequest): DeskRequest['createdAt'] {
  if (request.state !== 'new') return request.updatedAt;
  const firstOpen = request.messages.findLastIndex((message) => message.from === 'creator') + 1;
  return request.messages.slice(firstOpen).find((message) => message.from === 'viewer')?.at ?? request.createdAt;
}

/** The end of the platform's reply window, as long as it takes replies, or the start of the asked time: what comes first. */
function lossOf({ state, start, channel }: DeskRequest): DeskRow['loss'] {
  if (state !== 'new') return null;
  const window = channel && channel.repliesLeft > 0 ? Date.parse(channel.windowEndsAt) : Number.POSITIVE_INFINITY;
  const begins = start === null ? Number.POSITIVE_INFINITY : Date.parse(start);
  if (channel && window < begins) return { what: 'reply-window', at: channel.windowEndsAt };
  return start === null ? null : { what: 'slot-start', at: start };
}
