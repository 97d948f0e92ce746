import { computed, effect } from '@preact/signals';
import { AlertPlates } from './alert-plates.tsx';
import { chooseLayout } from './layout.ts';
import { wear } from './own-css.ts';
import { StagePicture } from './picture.tsx';
import { pointed, sampled } from './pointed.tsx';
import { serverNow } from './server-clock.ts';
import { alerts, alertsInSight, design, figures, mostAlerts, nextFree, pricesCertain, view } from './state.ts';
import { alertPlaces, alertsFitting } from './widgets/fitting.ts';
import { windowSize } from './window-size.ts';

const layout = computed(
  () =>
    design.value && chooseLayout(design.value.layouts, view.value?.scene ?? null, windowSize.value, view.value?.layout),
);
const alertsOn = computed(() => alerts.value.shown.length > 0);
/** Half a minute without the server makes prices uncertain, and with them, where the streamer wants it, the picture. */
const isDark = computed(
  () => view.value?.blank === true || (!pricesCertain.value && design.value?.withoutServer === 'blank'),
);

effect(() => wear(design.value?.css ?? ''));
effect(() => {
  mostAlerts.value = design.value ? alertPlaces(design.value, layout.value) : 0;
});

/** Everything on air. Before the first view, and after the panic key, there is nothing at all. */
export function Stage() {
  const drawn = design.value;
  if (!drawn || !view.value || !layout.value || isDark.value) return null;
  return (
    <StagePicture
      design={drawn}
      layout={layout.value}
      view={view.value}
      figures={figures.value}
      nextFree={nextFree.value}
      certain={pricesCertain.value}
      now={serverNow}
      room={windowSize.value}
      alertsOn={alertsOn.value}
      pointed={pointed.value}
      sampled={sampled.value}
      alerts={({ most }, box) => (
        <AlertPlates alerts={alertsInSight.value} most={Math.min(most, alertsFitting(box))} talk={drawn.giftTalk} />
      )}
    />
  );
}
