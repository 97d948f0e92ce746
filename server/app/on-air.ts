import type { DeskOnAir } from '../../shared/desk-view.ts';
import { tellsContact } from '../../shared/on-air.ts';
import { type EpochMillis, toInstant, toMillis } from '../../shared/time.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { airNameOf } from '../core/desk/on-air.ts';
import { readRequest } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import type { StageControl } from './stage-control.ts';
import type { StageDesigns } from './stage-designs.ts';
import type { Stages } from './stages.ts';

export type OnAir = ReturnType<typeof createOnAir>;

/** Hands a request over to the streamer: its question stands on the stages, as any other that is featured. */
export function createOnAir(parts: {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly booking: Pick<Booking, 'onChange'>;
  readonly stages: Pick<Stages, 'list'>;
  readonly stageDesigns: Pick<StageDesigns, 'of'>;
  readonly stageControl: StageControl;
  readonly onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, stageControl } = parts;

  /** The longest time that any stage shows what is featured; null when none has a place for it. */
  async function showSeconds(): Promise<number | null> {
    const designs = await Promise.all(parts.stages.list().map(({ id }) => parts.stageDesigns.of(id)));
    const shown = designs.flatMap((design) =>
      (design?.widgets ?? []).flatMap((widget) => {
        const placed = design?.layouts.some(({ boxes }) => Object.hasOwn(boxes, widget.id));
        return widget.kind === 'featured' && placed ? [widget.showSeconds] : [];
      }),
    );
    return shown.length === 0 ? null : Math.max(...shown);
  }

  /** The name to ask it under, as the request stands now. */
  async function nameFor(id: string): Promise<string | Refusal> {
    const request = await readRequest(store.db, creatorId, id);
    if (!request) return refuse('not-found');
    if (request.state === 'spam') return refuse('already-closed');
    const name = airNameOf(request);
    if (name === null) return refuse('no-air-consent');
    return name === '' ? refuse('no-air-name') : name;
  }

  async function now(): Promise<DeskOnAir | null> {
    const { featured, askedRequest } = stageControl.current();
    if (!featured || askedRequest === null) return null;
    const seconds = (await showSeconds()) ?? 0;
    return { request: askedRequest, until: toInstant(toMillis(featured.at) + seconds * 1000) };
  }

  async function takeOff(request: string): Promise<null | Refusal> {
    if (!(await readRequest(store.db, creatorId, request))) return refuse('not-found');
    if (stageControl.current().askedRequest !== request) return refuse('not-on-air');
    await stageControl.feature(null);
    return null;
  }

  // Who takes the consent back by erasing the own data, or is put away, is off the stage at once.
  parts.booking.onChange(({ requests }) => {
    const { askedRequest } = stageControl.current();
    if (askedRequest === null || !requests.includes(askedRequest)) return;
    nameFor(askedRequest)
      .then((name) => (isRefusal(name) ? takeOff(askedRequest) : null))
      .catch(parts.onFault);
  });

  return {
    /** What is on air of the queue, with when the last stage lets go of it; null while nothing of it is. */
    now,
    /**
     * Puts a question on the stages under the viewer's on-air name. Refuses with `not-found`, `already-closed` for spam,
     * `no-air-consent`, `no-air-name` for a name that cannot be shown, `contact-on-air` when the text tells how to reach somebody, or `no-place-on-air` when no stage
     * shows what is featured.
     */
    async ask(request: string, text: string): Promise<DeskOnAir | Refusal> {
      const name = await nameFor(request);
      if (isRefusal(name)) return name;
      if (tellsContact(text)) return refuse('contact-on-air');
      if ((await showSeconds()) === null) return refuse('no-place-on-air');
      const at = toInstant(clock());
      await stageControl.feature({ id: parts.newId(), kind: 'question', name, text, at }, request);
      // Who erased the own data meanwhile was not heard: it was not on air yet.
      const still = await nameFor(request);
      if (isRefusal(still)) {
        await takeOff(request);
        return still;
      }
      return (await now()) ?? { request, until: at };
    },
    /** Refuses with `not-found`, or `not-on-air` when it is not there, or something else has taken its place. */
    takeOff,
    /**
     * Forgets a question that every stage has let go of by its own clock; to be called every few seconds. What was shown of
     * a viewer is not kept longer than it is seen.
     */
    async forgetShown(): Promise<void> {
      const { featured } = stageControl.current();
      const asked = await now();
      if (asked === null || toMillis(asked.until) > clock()) return;
      // Something else may have taken its place while this was looked up.
      if (stageControl.current().featured === featured) await stageControl.feature(null);
    },
  };
}
