import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../shared/local-text.ts';
import type { Layout, StageDesign } from '../../../shared/stage-design.ts';
import type { StageView } from '../../../shared/stage-view.ts';
import { AlertPlates } from '../../stage/alert-plates.tsx';
import { StagePicture } from '../../stage/picture.tsx';
import { alertsFitting } from '../../stage/widgets/fitting.ts';
import { speakForPreview } from '../../stage/words.ts';
import { ownView, SAMPLE_TIME, underWay } from '../model/own-sample.ts';
import { SAMPLE_ALERTS, SAMPLE_FIGURES } from '../model/sample-stage.ts';
import { view } from '../model/state.ts';

interface Props {
  design: StageDesign;
  layout: Layout;
  /** Pixels of this page for one of the canvas. */
  scale: number;
  language: Language;
  featured?: StageView['featured'];
}

/**
 * A layout as the stage draws it, by the stage's own parts, with the creator's own card and a sample of all else; nothing
 * while its words are on the way.
 */
export function SamplePicture({ design, layout, scale, language, featured = null }: Props) {
  const spoken = useStageWords(language);
  if (spoken === null) return null;
  const { width, height } = layout.canvas;
  const shown = ownView(view.value, spoken);
  return (
    <StagePicture
      design={underWay(design)}
      layout={layout}
      view={{ ...shown, featured }}
      figures={SAMPLE_FIGURES}
      nextFree={shown.nextFree}
      certain
      now={() => SAMPLE_TIME}
      room={{ width: width * scale, height: height * scale }}
      alertsOn
      pointed={null}
      sampled={null}
      alerts={({ most }, box) => (
        <AlertPlates alerts={SAMPLE_ALERTS} most={Math.min(most, alertsFitting(box))} talk={design.giftTalk} />
      )}
    />
  );
}

/** Which language the stage's words are in; null before there are any. The next change of language asks again. */
function useStageWords(language: Language): Language | null {
  const [spoken, setSpoken] = useState<Language | null>(null);
  useEffect(() => {
    let wanted = true;
    speakForPreview(language).then(
      () => wanted && setSpoken(language),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return spoken;
}
