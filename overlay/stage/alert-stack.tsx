import { AlertPlates } from './alert-plates.tsx';
import { alertsInSight, design, mostAlerts } from './state.ts';

/** The alerts of this stage, as they are now. */
export function AlertStack() {
  return <AlertPlates alerts={alertsInSight.value} most={mostAlerts.value} talk={design.value.giftTalk} />;
}
