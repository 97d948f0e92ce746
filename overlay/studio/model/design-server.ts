import type { StageDesign } from '../../../shared/stage-design.ts';
import { type Answer, ask, refusedAs } from '../../parts/ask.ts';

/** A design as the server has it. The revision rises with each one given to the stage, by whomever. */
export interface RevisedDesign {
  readonly design: StageDesign;
  readonly revision: number;
}

/** Where one stage's design is kept. A save upon an older revision is refused as `design-changed`. */
export interface DesignServer {
  load(): Promise<Answer<RevisedDesign>>;
  /** Answers the design's own revision. */
  save(design: StageDesign, upon: number): Promise<Answer<RevisedDesign>>;
}

export function designServer(stage: string): DesignServer {
  const path = `/stages/${encodeURIComponent(stage)}/design`;
  return {
    load: async () => revised(await ask<StageDesign>('GET', path)),
    save: async (design, upon) => revised(await ask<StageDesign>('PUT', path, design, { 'if-match': `"${upon}"` })),
  };
}

function revised(answer: Answer<StageDesign>): Answer<RevisedDesign> {
  if (answer.type === 'refused') return answer;
  // A proxy that compresses marks the tag as weak.
  const revision = /^(?:W\/)?"(\d+)"$/.exec(answer.etag ?? '')?.[1];
  // Without it nothing could be saved: a proxy on the way takes headers away.
  if (revision === undefined) return refusedAs('unavailable');
  return { type: 'done', value: { design: answer.value, revision: Number(revision) } };
}
