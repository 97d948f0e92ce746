import type { Language } from '../../../shared/local-text.ts';
import type { Layout, StageDesign } from '../../../shared/stage-design.ts';
import { selected } from '../model/look.ts';
import { SAMPLE_VIEW } from '../model/sample-stage.ts';
import { SamplePicture } from './sample-picture.tsx';

interface Props {
  design: StageDesign;
  layout: Layout;
  /** Pixels of this page for one of the canvas. */
  scale: number;
  language: Language;
}

/** The stage itself, drawn small with sample data. Nothing of it can be pressed: the boxes of the editor lie over it. */
export function Preview(props: Props) {
  // What is featured takes the place of what it covers: it is in the picture while it is shaped.
  const shaped = props.design.widgets.find((widget) => widget.id === selected.value);
  const featured = shaped?.kind === 'featured' ? SAMPLE_VIEW.featured : null;
  return (
    <div class="preview" aria-hidden="true">
      <SamplePicture {...props} featured={featured} />
    </div>
  );
}
