import type { EpochMillis } from '../../../shared/time.ts';
import type { Claim, Member } from '../booking/request.ts';

/** A claim without a sign of life for this long is free for the next member. */
const CLAIM_SECONDS = 120;
/** Signs of life that come quicker change nothing: each is a change of the request. */
const LIFE_EVERY_SECONDS = 30;

/** When the claim lapses, unless its member acts before. */
export function claimUntil(claim: Claim): EpochMillis {
  return claim.at + CLAIM_SECONDS * 1000;
}

export function isLapsed(claim: Claim, now: EpochMillis): boolean {
  return now > claimUntil(claim);
}

/** Whether a sign of life of this member is worth keeping: a claim of theirs that stands and has run for a while. */
export function isDueForLife(claim: Claim | null, by: Member, now: EpochMillis): boolean {
  return claim !== null && claim.by === by.id && !isLapsed(claim, now) && now - claim.at >= LIFE_EVERY_SECONDS * 1000;
}

/** Whether another member is answering just now. */
export function isClaimedByOther(claim: Claim | null, by: Member, now: EpochMillis): boolean {
  return claim !== null && claim.by !== by.id && !isLapsed(claim, now);
}

/** The claim after its member did something: acting is a sign of life. A lapsed one of another is gone. */
export function afterAct(claim: Claim | null, by: Member, now: EpochMillis): Claim | null {
  if (!claim || claim.by !== by.id) return null;
  return { ...claim, at: now };
}
