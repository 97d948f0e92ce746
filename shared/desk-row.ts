import type { DeskRequest, DeskRow } from './desk-view.ts';

/**
 * A request as one line of the list, by the server and, ahead of it, by a page that was just answered. Nothing in it needs a right (`shared/rights.ts`), so that one row is everybody's:
 * what does is in the thread alone, which is made for each person by `requestFor`.
 */
export function deskRow(request: DeskRequest): DeskRow {
  const { id, state, start, name, erased, language, updatedAt, claim, slotTaken, unread, news, block } = request;
  const { snoozedUntil, snoozedForLive, back } = request;
  return {
    id,
    state,
    service: request.service.id,
    start,
    name,
    erased,
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
    news,
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

/**
 * What comes first of the end of the platform's reply window, as long as it takes replies, the promised answer, and the
 * start of the asked time. Words alone keep no time: once it is answered the start is lost all the same.
 */
function lossOf({ state, start, channel, answerBy }: DeskRequest): DeskRow['loss'] {
  if (state === 'waiting') return start === null ? null : { what: 'slot-start', at: start };
  if (state !== 'new') return null;
  const window = channel && channel.repliesLeft > 0 ? channel.windowEndsAt : null;
  const all = [
    { what: 'reply-window', at: window },
    { what: 'promised', at: answerBy },
    { what: 'slot-start', at: start },
  ] as const;
  let first: DeskRow['loss'] = null;
  for (const { what, at } of all) {
    if (at !== null && (first === null || Date.parse(at) < Date.parse(first.at))) first = { what, at };
  }
  return first;
}
