import { z } from 'zod';
import { testWords as de } from '../../shared/locales/de/test-words.ts';
import { testWords as en } from '../../shared/locales/en/test-words.ts';
import { testWords as nb } from '../../shared/locales/nb/test-words.ts';
import { testWords as nl } from '../../shared/locales/nl/test-words.ts';
import type { Widget } from '../../shared/stage-design.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { StageDesigns } from '../app/stage-designs.ts';
import type { Stages } from '../app/stages.ts';
import { refuse } from '../core/decision.ts';
import { sampleOf } from '../core/stage/sample.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const WORDS = { en, de, nl, nb } as const;

interface Parts {
  readonly stages: Stages;
  readonly stageDesigns: StageDesigns;
  readonly clock: () => EpochMillis;
}

/** What is asked of the pages of one stage about one of its widgets; they are told apart by what they do. */
export function stageTryingRoutes(api: Api, parts: Parts): void {
  const { stages, clock } = parts;
  askingRoute(api, parts, {
    path: 'point',
    summary: 'Frame one widget’s place on the stage for five seconds, on air too',
    ask(stage, { id }) {
      stages.pointOut(stage, id);
      return true;
    },
  });
  askingRoute(api, parts, {
    path: 'test',
    summary: 'Show one widget for eight seconds in a frame that says it is a test, on air too',
    description:
      'What it has nothing of yet is made up. Nothing is counted, and other stages show what they showed. Alerts are tried out by events, and not found here.',
    ask(id, widget) {
      const language = stages.list().find((stage) => stage.id === id)?.language ?? 'en';
      const sample = sampleOf(widget, WORDS[language], clock());
      if (sample) stages.tryOut(id, sample);
      return sample !== null;
    },
  });
}

interface Asking {
  readonly path: 'point' | 'test';
  readonly summary: string;
  readonly description?: string;
  /** False for a widget of which that cannot be asked. */
  readonly ask: (stage: string, widget: Widget) => boolean;
}

function askingRoute(api: Api, { stages, stageDesigns }: Parts, asking: Asking): void {
  const { path, summary, description, ask } = asking;
  api.route({
    method: 'POST',
    url: `/api/v1/stages/:id/${path}`,
    config: { access: 'owner' },
    schema: {
      summary: `${summary}; tells how many pages were asked`,
      ...(description && { description }),
      params: z.object({ id: z.string().min(1).max(64) }),
      body: z.object({ widget: z.string().min(1).max(40) }),
      response: { 200: z.object({ pages: z.int() }), ...problems },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const look = await stageDesigns.revised(id);
      const widget = look?.design.widgets.find((one) => one.id === request.body.widget);
      if (!widget || !ask(id, widget)) return sendRefusal(reply, refuse('not-found'));
      return { pages: stages.pagesOf(id).length };
    },
  });
}
