import { AlertPlates } from './alert-plates.tsx';
import { alertsInSight, mostAlerts } from './state.ts';

/** The alerts of this stage, as they are now. */
export function AlertStack() {
  return <AlertPlates alerts={alertsInSight.value} most={mostAlerts.value} />;
}
