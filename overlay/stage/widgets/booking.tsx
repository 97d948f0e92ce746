import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { StageView } from '../../../shared/stage-view.ts';
import type { Air, WidgetProps } from './air.ts';
import { addressPieces, spokenGroups } from './spoken-groups.ts';
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
const SIGN = 17;
/** More than these are no news, and a line that is read in vain. */
const FEW = 9;

/**
 * How to book: the next free time, the code to be said aloud, the address that leads by it, large enough to type, and the
 * same to scan.
 */
export function BookingPlate({ widget, air, box }: WidgetProps<WidgetOf<'booking'>>) {
  const { booking } = air.view;
  if (!booking) return null;
  const free = widget.nextFree ? air.nextFree : null;
  const time = free && air.time(free.start, free.zone);
  const zone = free && air.zoneName(free.start, free.zone);
  const groups = spokenGroups(booking.address);
  const room = { width: box.width - PADDING - (widget.code ? CODE : 0), height: box.height - EDGES };
  const fit = fitted(groups, room, booking.code, time && `${air.say('nextFree')} ${time} ${zone}`);
  return (
    <section class="plate booking">
      {widget.code && <Code booking={booking} air={air} />}
      <div class="booking-text">
        {free && (
          <p class="booking-free">
            <span class="booking-next">
              <span class="line quiet">{air.say('nextFree')}</span>{' '}
              <b>
                {time} <span class="booking-zone">{zone}</span>
              </b>
            </span>
            {fit.left && free.leftThisWeek > 0 && free.leftThisWeek <= FEW && (
              <span class="line quiet">{air.say('leftThisWeek', { count: free.leftThisWeek })}</span>
            )}
          </p>
        )}
        {!free && !fit.code && <p class="line quiet">{air.say('book')}</p>}
        {fit.code && <SpokenCode code={fit.code} air={air} />}
        <Address groups={groups} size={fit.size} />
      </div>
    </section>
  );
}

/**
 * What of it all has room, by signs and lines: measuring would lay the page out once more. The address is never left
 * out, and it holds the code; after it comes the time, then the code by itself, and last what is left of the week.
 */
function fitted(
  groups: ReadonlyArray<string>,
  { width, height }: { readonly width: number; readonly height: number },
  code: string | null,
  free: string | null,
) {
  const lines = free === null ? 0 : free.length * SIGN > width ? 2 : 1;
  const least = addressHeight(groups, width, addressSize(groups, width, 0));
  const isSpoken = code !== null && (free === null || lines * LINE + CODE_LINE + least <= height);
  if (code === null) return { code, size: addressSize(groups, width), left: true };
  const under = height - lines * LINE - (isSpoken ? CODE_LINE : 0);
  const size = addressSize(groups, width, under);
  return { code: isSpoken ? code : null, size, left: addressHeight(groups, width, size) + LINE <= under };
}

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
          {addressPieces(group).map((piece) => (
            <span class="address-piece" key={piece}>
              {piece}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
