import type { OffAir } from '../../shared/desk-team.ts';
import type { DeskOnAir } from '../../shared/desk-view.ts';
import { tellsContact } from '../../shared/on-air.ts';
import type { Featured } from '../../shared/stage-design.ts';
import { type EpochMillis, toInstant, toMillis } from '../../shared/time.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { airNameOf } from '../core/desk/on-air.ts';
import { readRequest } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import { createListeners } from './listeners.ts';
import type { FeaturedFrom, StageControl } from './stage-control.ts';
import type { StageDesigns } from './stage-designs.ts';
import type { Stages } from './stages.ts';

/** Who puts something on the stages. `replace` false: refused with `on-air-taken` while something of another person's is there. */
interface Putting {
  readonly by: Member;
  readonly replace: boolean;
}

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
  const offAir = createListeners<OffAir & { readonly from: string }>(parts.onFault);

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

  /** What is featured, also when its time is over; null while nothing is. */
  function shown(seconds: number): DeskOnAir | null {
    const { featured, askedRequest, comment, by } = stageControl.current();
    if (!featured) return null;
    const { kind, name, at } = featured;
    const until = toInstant(toMillis(at) + seconds * 1000);
    return { request: askedRequest, comment, kind, name, by, until };
  }

  async function now(): Promise<DeskOnAir | null> {
    return onlyNow(shown((await showSeconds()) ?? 0));
  }
  const onlyNow = (one: DeskOnAir | null) => (one && toMillis(one.until) > clock() ? one : null);

  /** Puts something there, where nothing of another person's is in the way, or that is to go; its person is told then. */
  async function put(
    given: Pick<Featured, 'kind' | 'name' | 'text'>,
    from: Omit<FeaturedFrom, 'by'>,
    how: Putting,
  ): Promise<Featured | Refusal> {
    const seconds = (await showSeconds()) ?? 0;
    // From here to what is featured nothing is waited for: of two who put at once the second sees the first.
    const before = onlyNow(shown(seconds));
    const others = before?.by && before.by.id !== how.by.id ? { ...before, by: before.by } : null;
    if (others && !how.replace) return refuse('on-air-taken');
    const featured = { ...given, id: parts.newId(), at: toInstant(clock()) };
    await stageControl.feature(featured, { ...from, by: { id: how.by.id, name: how.by.name } });
    if (others) offAir.tell({ kind: others.kind, name: others.name, by: how.by.name, from: others.by.id });
    return featured;
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
    /** What is on air by hand, with when the last stage lets go of it; null while nothing is. */
    now,
    /**
     * Puts a question on the stages under the viewer's on-air name. Refuses with `not-found`, `already-closed` for spam,
     * `no-air-consent`, `no-air-name` for a name that cannot be shown, `contact-on-air` when the text tells how to reach
     * somebody, `no-place-on-air` when no stage shows what is featured, or `on-air-taken`.
     */
    async ask(request: string, text: string, how: Putting): Promise<DeskOnAir | Refusal> {
      const name = await nameFor(request);
      if (isRefusal(name)) return name;
      if (tellsContact(text)) return refuse('contact-on-air');
      if ((await showSeconds()) === null) return refuse('no-place-on-air');
      const featured = await put({ kind: 'question', name, text }, { askedRequest: request, comment: null }, how);
      if (isRefusal(featured)) return featured;
      // Who erased the own data meanwhile was not heard: it was not on air yet.
      const still = await nameFor(request);
      if (isRefusal(still)) {
        await takeOff(request);
        return still;
      }
      const { by } = how;
      return (await now()) ?? { request, comment: null, kind: 'question', name, by: { ...by }, until: featured.at };
    },
    /**
     * Puts a comment on the stages, or a question that is none of the queue's. `comment`: its number in the journal, where
     * it is one of the chat. Refuses with `on-air-taken` alone.
     */
    feature: (given: Pick<Featured, 'kind' | 'name' | 'text'>, comment: number | null, how: Putting) =>
      put(given, { askedRequest: null, comment }, how),
    /** Told when something of `from`, the id of its person, was replaced by another's. */
    onOffAir: offAir.add,
    /** Refuses with `not-found`, or `not-on-air` when it is not there, or something else has taken its place. */
    takeOff,
    /**
     * Forgets a question that every stage has let go of by its own clock; to be called every few seconds. What was shown of
     * a viewer is not kept longer than it is seen.
     */
    async forgetShown(): Promise<void> {
      const { featured, askedRequest } = stageControl.current();
      if (askedRequest === null) return;
      const asked = shown((await showSeconds()) ?? 0);
      if (asked === null || toMillis(asked.until) > clock()) return;
      // Something else may have taken its place while this was looked up.
      if (stageControl.current().featured === featured) await stageControl.feature(null);
    },
  };
}
