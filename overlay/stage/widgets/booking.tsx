import type { StageView } from '../../../shared/protocol.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { Air, WidgetProps } from './air.ts';
import { spokenGroups } from './spoken-groups.ts';
import { addressHeight, addressSize } from './type-size.ts';

type Booking = NonNullable<StageView['booking']>;

/** Widths of the sheet (widgets.css), in the theme that takes most of them: the code with its gap, and all padding. */
const CODE = 218;
const PADDING = 66;
/** Heights of the sheet: the plate's padding, a line of words, the line of the code. */
const EDGES = 28;
const LINE = 45;
const CODE_LINE = 54;
/** The mean sign of the words beside the time, in pixels of the canvas. */
const SIGN = 19;
/** More than these are no news, and a line that is read in vain. */
const FEW = 9;

/**
 * How to book: the next free time, the code to be said aloud, the address that leads by it, large enough to type, and the
 * same to scan.
 */
export function BookingPlate({ widget, air, box }: WidgetProps<WidgetOf<'booking'>>) {
  const { booking } = air.view;
  if (!booking) return null;
  const { code, address } = booking;
  const free = widget.nextFree ? air.nextFree : null;
  const width = box.width - PADDING - (widget.code ? CODE : 0);
  const words = free ? `${air.say('nextFree')} ${air.time(free.start, free.zone)}` : '';
  const lines = code !== null && !free ? 0 : words.length * SIGN > width ? 2 : 1;
  const height = box.height - EDGES - lines * LINE - (code === null ? 0 : CODE_LINE);
  const groups = spokenGroups(address);
  const size = addressSize(groups, width, code === null ? undefined : height);
  // Of all that the plate says this is the least.
  const left = free && hasNews(free) && (code === null || addressHeight(groups, width, size) + LINE <= height);
  return (
    <section class="plate booking">
      {widget.code && <Code booking={booking} air={air} />}
      <div class="booking-text">
        {free && (
          <p class="booking-free">
            <span class="booking-next">
              <span class="line quiet">{air.say('nextFree')}</span> <b>{air.time(free.start, free.zone)}</b>
            </span>
            {left && <span class="line quiet">{air.say('leftThisWeek', { count: free.leftThisWeek })}</span>}
          </p>
        )}
        {!free && code === null && <p class="line quiet">{air.say('book')}</p>}
        {code !== null && <SpokenCode code={code} air={air} />}
        <Address groups={groups} size={size} />
      </div>
    </section>
  );
}

const hasNews = ({ leftThisWeek }: { leftThisWeek: number }) => leftThisWeek > 0 && leftThisWeek <= FEW;

/** Its letters stand apart, so that whoever did not catch the word reads them one by one. */
function SpokenCode({ code, air }: { code: string; air: Air }) {
  return (
    <p class="spoken-code">
      <span class="quiet">{air.say('code')}</span> <b dir="ltr">{code}</b>
    </p>
  );
}

/** The quiet zone of four modules is drawn with it, on a light ground, or cameras do not find it. */
function Code({ booking: { qr, address }, air }: { booking: Booking; air: Air }) {
  const edge = qr.modules + 8;
  return (
    <svg
      class="code"
      viewBox={`-4 -4 ${edge} ${edge}`}
      role="img"
      aria-label={air.say('codeLabel', { address })}
      shape-rendering="crispEdges"
    >
      <path d={qr.path} />
    </svg>
  );
}

function Address({ groups, size }: { groups: ReadonlyArray<string>; size: number }) {
  return (
    <p class="address" dir="ltr" style={{ '--address': size }}>
      {groups.map((group) => (
        <span class="address-group" key={group}>
          {group}
        </span>
      ))}
    </p>
  );
}
