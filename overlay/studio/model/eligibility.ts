import type { EligibilityPoint } from '../../../shared/studio-view.ts';

/** The points of the check in the order in which they are shown, each with the word that the server refuses it by. */
export const POINTS = [
  { point: 'handle', why: 'handle-missing' },
  { point: 'headline', why: 'headline-missing' },
  { point: 'adult', why: 'not-adult' },
  { point: 'followers', why: 'too-few-followers' },
  { point: 'proof', why: 'no-proof' },
  { point: 'licence', why: 'licence-unconfirmed' },
] as const;
export type Point = (typeof POINTS)[number]['point'];

/** Each point with whether it holds. The server decides; the page only says it. Without a bio none holds. */
export function checklist(missing: ReadonlyArray<EligibilityPoint>, hasBio: boolean, services: number) {
  return POINTS.map(({ point, why }) => {
    // Without a service there is nothing that could need a licence, and nothing to be glad of either.
    if (point === 'licence' && services === 0) return { point, why: 'no-service' as const, holds: false };
    const open = point === 'licence' ? missing.filter(isLicence) : missing.filter((each) => each.why === why);
    return { point, why, holds: hasBio && open.length === 0 };
  });
}

function isLicence({ why }: EligibilityPoint): boolean {
  return why === 'licence-unconfirmed' || why === 'licence-activity' || why === 'licence-never';
}

/** Short names of the services with a licence to settle, each once. */
export function unsettled(missing: ReadonlyArray<EligibilityPoint>): string[] {
  return [...new Set(missing.filter(isLicence).map(({ path }) => path.split('.')[1] ?? ''))];
}
