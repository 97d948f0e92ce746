import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../shared/local-text.ts';
import type { Layout, StageDesign } from '../../../shared/stage-design.ts';
import { AlertPlates } from '../../stage/alert-plates.tsx';
import { StagePicture } from '../../stage/picture.tsx';
import { speakForPreview } from '../../stage/words.ts';
import { selected } from '../model/look.ts';
import { SAMPLE_ALERTS, SAMPLE_FIGURES, SAMPLE_VIEW } from '../model/sample-stage.ts';

interface Props {
  design: StageDesign;
  layout: Layout;
  /** Pixels of this page for one of the canvas. */
  scale: number;
  /** The stage's own. */
  language: Language;
}

const SAMPLE_TIME = Date.parse(SAMPLE_VIEW.serverTime);

/** The stage itself, drawn small with sample data. Nothing of it can be pressed: the boxes of the editor lie over it. */
export function Preview({ design, layout, scale, language }: Props) {
  const [spoken, setSpoken] = useState<Language | null>(null);
  useEffect(() => {
    let wanted = true;
    // Without words nothing can be drawn; the boxes stay, and the next change of language asks again.
    speakForPreview(language).then(
      () => wanted && setSpoken(language),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  if (spoken === null) return null;
  const { width, height } = layout.canvas;
  // What is featured takes the place of what it covers: it is in the picture while it is shaped.
  const shaped = design.widgets.find((widget) => widget.id === selected.value);
  const featured = shaped?.kind === 'featured' ? SAMPLE_VIEW.featured : null;
  return (
    <div class="preview" aria-hidden="true">
      <StagePicture
        design={design}
        layout={layout}
        view={{ ...SAMPLE_VIEW, featured, stage: { ...SAMPLE_VIEW.stage, language: spoken } }}
        figures={SAMPLE_FIGURES}
        nextFree={SAMPLE_VIEW.nextFree}
        certain
        now={() => SAMPLE_TIME}
        room={{ width: width * scale, height: height * scale }}
        alertsOn
        alerts={({ most }) => <AlertPlates alerts={SAMPLE_ALERTS} most={most} talk={design.giftTalk} />}
      />
    </div>
  );
}
