import './picture.css';
import type { ComponentChildren } from 'preact';
import type { Box, Layout, StageDesign, Widget, WidgetOf } from '../../shared/stage-design.ts';
import type { StageFigures, StageSample, StageView } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { accentProperties } from './accent.ts';
import type { Size } from './layout.ts';
import { centre, meet } from './layout.ts';
import { onAir } from './on-air.ts';
import { PlacedBox } from './placed-box.tsx';
import { PointedFrame } from './pointed.tsx';
import { SetUpMarks } from './set-up-marks.tsx';
import { emptyPlaces } from './set-up-places.ts';
import { timeOnAir, zoneOnAir } from './time-on-air.ts';
import type { Air } from './widgets/air.ts';
import { Drawn } from './widgets/drawn.tsx';
import { isOn, nextLeaving } from './widgets/presence.ts';
import { useWaking } from './widgets/turns.ts';
import { words } from './words.ts';

interface Props {
  design: StageDesign;
  layout: Layout;
  view: StageView;
  figures: StageFigures | null;
  /** The next free time while it is certain. */
  nextFree: StageView['nextFree'];
  /** Whether prices may be said. */
  certain: boolean;
  /** The server's time. */
  now: () => EpochMillis;
  /** The pixels there are for it; the canvas lies whole in their middle. */
  room: Size;
  alertsOn: boolean;
  /** The widget whose place is framed, by id; null for none. */
  pointed: string | null;
  /** What one widget shows because it is tried out; null for none. */
  sampled: StageSample | null;
  alerts: (widget: WidgetOf<'alerts'>, box: Box) => ComponentChildren;
}

interface Placed {
  readonly widget: Widget;
  readonly box: Box;
}

/**
 * Everything that a stage shows, by what it is given alone: the page on air and the preview in the studio are the same
 * picture. The words are the one exception, and have to be loaded first.
 */
export function StagePicture(props: Props) {
  const { design, layout, room } = props;
  const { unit, left, top } = centre(layout.canvas, room);
  const { width, height } = layout.canvas;
  return (
    <div
      class="stage"
      data-theme={design.theme}
      data-shape={width > height ? 'wide' : 'tall'}
      style={{
        width: `${room.width}px`,
        height: `${room.height}px`,
        ...accentProperties(design.theme, design.accent),
      }}
    >
      <div
        class="canvas"
        style={{
          '--u': `${unit}px`,
          left: `${left}px`,
          top: `${top}px`,
          width: `${width * unit}px`,
          height: `${height * unit}px`,
        }}
      >
        <OnCanvas {...props} unit={unit} />
      </div>
    </div>
  );
}

/** The widgets in their places, under and over them what is drawn for whoever sets the stage up. */
function OnCanvas(props: Props & { unit: number }) {
  const { design, layout, view, now, unit } = props;
  const { canvas } = layout;
  const air = airOf(props);
  const { sampled } = props;
  const placed = placedOf(design, layout, sampled);
  const widgets = placed.map(({ widget }) => widget);
  const time = now();
  useWaking(now, nextLeaving(widgets, air, time));
  const tried = placed.find(({ widget }) => widget === sampled?.widget);
  const airFor = (widget: Widget) => (sampled && widget === tried?.widget ? airOfSample(air, sampled) : air);
  const on = withoutCovered(placed.filter(({ widget }) => isOn(widget, airFor(widget), time)));
  // A place for alerts is there all the time, and empty most of it.
  const seen = props.alertsOn ? on : on.filter(({ widget }) => widget.kind !== 'alerts');
  const boxes = placed.map(({ box }) => box);
  const framed = placed.find(({ widget }) => widget.id === props.pointed);
  return (
    <>
      {view.setUp && (
        <SetUpMarks canvas={canvas} boxes={boxes} empty={emptyPlaces(placed, seen)} isIdle={isIdle(seen)} />
      )}
      {on.map(({ widget, box }) => (
        <PlacedBox id={widget.id} kind={widget.kind} box={box} canvas={canvas} unit={unit} key={widget.id}>
          {widget.kind === 'alerts' ? (
            props.alerts(widget, box)
          ) : (
            <Drawn widget={widget} box={box} air={airFor(widget)} />
          )}
        </PlacedBox>
      ))}
      {tried && tried !== framed && <PointedFrame box={tried.box} name={words.say('test')} canvas={canvas} />}
      {framed && <PointedFrame box={framed.box} name={words.say(`kind.${framed.widget.kind}`)} canvas={canvas} />}
    </>
  );
}

function airOf({ design, view, figures, nextFree, certain, now }: Props): Air {
  const { calls } = design.giftTalk;
  const { language } = view.stage;
  const time: Air['time'] = (start, zone) => timeOnAir(start, zone, new Date(now()));
  return {
    view,
    figures,
    nextFree,
    certain,
    calls,
    now,
    language,
    say: words.say,
    text: onAir,
    time,
    zoneName: zoneOnAir,
  };
}

/** Whoever reads the made-up free time can book nothing yet: once something is published, the card has its own. */
function airOfSample(air: Air, { view, figures }: StageSample): Air {
  const { bio, booking } = air.view;
  return {
    ...air,
    view: { ...air.view, ...view, ...(bio && { bio, booking }) },
    nextFree: bio ? air.nextFree : (view.nextFree ?? null),
    figures: figures ?? air.figures,
  };
}

function placedOf({ widgets }: StageDesign, { boxes }: Layout, sampled: StageSample | null): Placed[] {
  return widgets.flatMap((widget) => {
    const box = boxes[widget.id];
    return box ? [{ widget: sampled?.widget.id === widget.id ? sampled.widget : widget, box }] : [];
  });
}

/** What somebody featured by hand stands alone: widgets that would lie under or over it give way for that time. */
function withoutCovered(on: Placed[]): Placed[] {
  const featured = on.filter(({ widget }) => widget.kind === 'featured');
  return on.filter(
    (one) =>
      one.widget.kind === 'featured' || one.widget.kind === 'alerts' || !featured.some(({ box }) => meet(box, one.box)),
  );
}

function isIdle(on: ReadonlyArray<Placed>): boolean {
  return on.every(({ widget }) => widget.kind === 'feed');
}
