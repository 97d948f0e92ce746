import { z } from 'zod';
import { ObsNames, ObsStatus } from '../../shared/scenes.ts';
import type { Scenes } from '../app/scenes.ts';
import { isRefusal } from '../core/decision.ts';
import type { StageRefusal } from '../core/scenes/obs-port.ts';
import { type Api, problems, sendProblem, sendRefusal } from './api.ts';

const ConnectBody = z.object({
  address: z
    .string()
    .trim()
    .max(500)
    // OBS shows address and port apart, without a scheme.
    .transform((address) => (/^[a-z]+:\/\//i.test(address) ? address : `ws://${address}`))
    .pipe(z.url({ protocol: /^wss?$/, error: 'is not a websocket address, such as ws://127.0.0.1:4455' }))
    // A name or password in the address would stand in every log line that names it.
    .refine((address) => !address.includes('@'), { error: 'must not carry a password; give it as password' })
    .optional(),
  /** Left out: the kept one, for the same address. Empty: none. */
  password: z.string().max(500).optional(),
});
const AddStageBody = z.object({ stage: z.string().min(1).max(200).optional() });
const Placed = z.object({
  placed: z.enum(['added', 'updated']),
  scene: z.string(),
  width: z.int(),
  height: z.int(),
});
const SettleBody = z.object({ scene: z.string().min(1).max(200) });
/** A POST without a body says the same as one with an empty object. */
const Nothing = z.object({}).nullish();

export interface ObsRoutes {
  readonly scenes: Pick<
    Scenes,
    'status' | 'connect' | 'disconnect' | 'pause' | 'resume' | 'returnNow' | 'settleScene' | 'addStage' | 'obsNames'
  >;
  /** The address of a stage with its token; without an id the first stage's. Null: there is no such stage. */
  readonly stageUrl: (stageId: string | undefined) => Promise<string | null>;
}

/** The OBS connection (interface document, section 4). */
export function obsRoutes(api: Api, { scenes, stageUrl }: ObsRoutes): void {
  const answers = { response: { 200: ObsStatus, ...problems } };
  const owner = { access: 'owner' } as const;
  const scenesRight = { access: 'desk', right: 'control-scenes' } as const;
  api.get('/api/v1/obs', { config: scenesRight, schema: answers }, () => scenes.status());
  api.get(
    '/api/v1/obs/names',
    {
      config: owner,
      schema: { summary: 'What OBS has that steps of rules can name', response: { 200: ObsNames, ...problems } },
    },
    () => scenes.obsNames(),
  );
  api.post('/api/v1/obs/connect', { config: owner, schema: { body: ConnectBody.nullish(), ...answers } }, (request) =>
    scenes.connect(request.body ?? {}),
  );
  api.post('/api/v1/obs/disconnect', { config: owner, schema: { body: Nothing, ...answers } }, () =>
    scenes.disconnect(),
  );
  api.post('/api/v1/obs/pause', { config: scenesRight, schema: { body: Nothing, ...answers } }, () => scenes.pause());
  api.post('/api/v1/obs/resume', { config: scenesRight, schema: { body: Nothing, ...answers } }, () => scenes.resume());
  api.post('/api/v1/obs/return', { config: scenesRight, schema: { body: Nothing, ...answers } }, () =>
    scenes.returnNow(),
  );
  api.post('/api/v1/obs/settle-scene', { config: owner, schema: { body: SettleBody, ...answers } }, (request) =>
    scenes.settleScene(request.body.scene),
  );
  api.post(
    '/api/v1/obs/add-stage',
    { config: owner, schema: { body: AddStageBody.nullish(), response: { 200: Placed, ...problems } } },
    async (request, reply) => {
      const url = await stageUrl(request.body?.stage);
      if (url === null) return sendRefusal(reply, { refused: true, why: 'not-found' });
      const placed = await scenes.addStage(url);
      if (!isRefusal(placed)) return placed;
      return sendProblem(reply, placed.why === 'obs-not-connected' ? 503 : 409, placed.why, {
        detail: sentenceOf(placed),
      });
    },
  );
}

/** What to do by hand. The stage's address is not repeated: it is copied in the studio, where it is masked. */
function sentenceOf({ why, size }: StageRefusal): string {
  const measures = size ? `width ${size.width} and height ${size.height}` : "OBS's canvas size as width and height";
  const byHand = `In OBS add a source of the kind "Browser", paste the stage's address from the studio, set ${measures}, and leave "Shutdown source when not visible" off.`;
  switch (why) {
    case 'no-browser-source':
      return `This OBS has no browser sources; some Linux packages leave them out. Install OBS from obsproject.com or Flathub and press again. Or by hand: ${byHand.replace('In OBS', 'In that OBS')}`;
    case 'name-taken':
      return `OBS has another source named "Cuedesk stage". Rename or remove it and press again. Or by hand: ${byHand}`;
    case 'obs-not-connected':
      return `OBS is not connected. Connect it and press again. Or by hand: ${byHand}`;
    default:
      return `OBS refused to add the browser source. By hand: ${byHand}`;
  }
}
