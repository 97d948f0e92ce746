import type { Language } from '../../../shared/local-text.ts';
import type { KeyIn } from '../../../shared/locales/catalogue.ts';
import type { stage as english } from '../../../shared/locales/en/stage.ts';
import type { Box } from '../../../shared/stage-design.ts';
import type { StageFigures, StageView } from '../../../shared/stage-view.ts';
import type { EpochMillis, Instant } from '../../../shared/time.ts';

/** All that a widget may show, and the ways to say it. Widgets know nothing else, so that the studio can draw them too. */
export interface Air {
  readonly view: View;
  /** Null until the server has told. */
  readonly figures: StageFigures | null;
  readonly nextFree: StageView['nextFree'];
  /** Whether a price may be said. */
  readonly certain: boolean;
  /** Whether a widget's own call for gifts may be shown. */
  readonly calls: boolean;
  /** By the server's clock. */
  readonly now: () => EpochMillis;
  readonly language: Language;
  readonly say: (key: KeyIn<typeof english>, values?: Readonly<Record<string, string | number>>) => string;
  /** A stranger's text as it may stand on air; a name's length unless told otherwise. */
  readonly text: (text: string, longest?: number) => string;
  readonly time: (start: Instant, zone: string) => string;
  /** The short name of a zone at that time. */
  readonly zoneName: (start: Instant, zone: string) => string;
}

export type View = StageView;

export interface WidgetProps<W> {
  readonly widget: W;
  readonly air: Air;
  readonly box: Box;
}
