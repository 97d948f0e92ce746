import type { StageView } from '../../../shared/protocol.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { Air, WidgetProps } from './air.ts';
import { addressPieces, spokenGroups } from './spoken-groups.ts';
import { addressSize } from './type-size.ts';

type Booking = NonNullable<StageView['booking']>;

/** Widths of the sheet (widgets.css), in the theme that takes most of them: the code with its gap, and all padding. */
const CODE = 218;
const PADDING = 66;
/** More than these are no news, and a line that is read in vain. */
const FEW = 9;

/** How to book: the next free time, the address large enough to type, and the same as a code. */
export function BookingPlate({ widget, air, box }: WidgetProps<WidgetOf<'booking'>>) {
  const { booking } = air.view;
  if (!booking) return null;
  const free = widget.nextFree ? air.nextFree : null;
  return (
    <section class="plate booking">
      {widget.code && <Code booking={booking} air={air} />}
      <div class="booking-text">
        {free ? (
          <p class="booking-free">
            <span class="booking-next">
              <span class="line quiet">{air.say('nextFree')}</span>{' '}
              <b>
                {air.time(free.start, free.zone)}{' '}
                <span class="booking-zone">{air.zoneName(free.start, free.zone)}</span>
              </b>
            </span>
            {free.leftThisWeek > 0 && free.leftThisWeek <= FEW && (
              <span class="line quiet">{air.say('leftThisWeek', { count: free.leftThisWeek })}</span>
            )}
          </p>
        ) : (
          <p class="line quiet">{air.say('book')}</p>
        )}
        <Address address={booking.address} room={box.width - PADDING - (widget.code ? CODE : 0)} />
      </div>
    </section>
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

function Address({ address, room }: { address: string; room: number }) {
  const groups = spokenGroups(address);
  return (
    <p class="address" dir="ltr" style={{ '--address': addressSize(groups, room) }}>
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
