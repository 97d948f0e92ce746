import type { HoldMade } from '../../shared/public-page.ts';

/**
 * The hold with its end as this device's clock will read then (`now` is what it reads at the answer, in ms): a clock that
 * is an hour wrong still counts down the same five minutes.
 */
export function onOwnClock(hold: HoldMade, now: number): HoldMade {
  if (hold.serverTime === undefined) return hold;
  const left = Date.parse(hold.expiresAt) - Date.parse(hold.serverTime);
  return { ...hold, expiresAt: new Date(now + left).toISOString() };
}
