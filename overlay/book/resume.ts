import { effect } from '@preact/signals';
import { chosenSlug, page } from './offers-state.ts';
import { type OwnHold, ownHold } from './own-hold.ts';
import { form, setPicked } from './request-state.ts';
import { type Step, step, stepOf } from './steps-state.ts';
import { rememberTyped, typedBefore } from './typed.ts';

/**
 * Where a reload begins: at the form, if it stood there and its time is still kept, which is then gone on with as soon as
 * the page is there. With what was typed beside it.
 */
export function resume(): Step {
  const kept = ownHold();
  if (stepOf(history.state) !== 'details' || !kept || Date.parse(kept.expiresAt) <= Date.now()) {
    rememberTyped(null, Date.now());
    return 'service';
  }
  const stop = effect(() => {
    if (page.value.type === 'loading') return;
    queueMicrotask(() => {
      stop();
      takeUp(kept);
    });
  });
  return 'details';
}

function takeUp({ id, service: of, start, expiresAt }: OwnHold): void {
  const services = page.value.type === 'ready' ? page.value.value.services : [];
  const service = services.find((one) => one.id === of);
  if (!service) {
    step.value = 'service';
    return;
  }
  chosenSlug.value = service.slug;
  form.value = { ...form.value, ...typedBefore(Date.now()) };
  setPicked(service, start, { id, expiresAt });
}
