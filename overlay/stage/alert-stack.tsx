import { AlertPlates } from './alert-plates.tsx';
import { alertsInSight, design } from './state.ts';

/** The alerts of this stage, as they are now; `most` of them, the places that this box has. */
export function AlertStack({ most }: { most: number }) {
  return <AlertPlates alerts={alertsInSight.value} most={most} talk={design.value.giftTalk} />;
}
