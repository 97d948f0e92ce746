import type { StageView } from '../../../shared/protocol.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { Air, WidgetProps } from './air.ts';
import { spokenGroups } from './spoken-groups.ts';

type Booking = NonNullable<StageView['booking']>;

/** How to book: the next free time, the address large enough to type, and the same as a code. */
export function BookingPlate({ widget, air }: WidgetProps<WidgetOf<'booking'>>) {
  const { booking } = air.view;
  if (!booking) return null;
  const free = widget.nextFree ? air.nextFree : null;
  return (
    <section class="plate booking">
      {widget.code && <Code booking={booking} air={air} />}
      <div class="booking-text">
        {free ? (
          <p class="booking-free">
            <span class="line">
              <span class="quiet">{air.say('nextFree')}</span> <b>{air.time(free.start, free.zone)}</b>
            </span>
            {free.leftThisWeek > 0 && (
              <span class="line quiet">{air.say('leftThisWeek', { count: free.leftThisWeek })}</span>
            )}
          </p>
        ) : (
          <p class="line quiet">{air.say('book')}</p>
        )}
        <Address address={booking.address} />
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

function Address({ address }: { address: string }) {
  const groups = spokenGroups(address);
  const longest = Math.max(...groups.map((group) => group.length));
  const all = groups.join('').length;
  const size = all <= 21 ? 'large' : longest <= 25 ? 'middle' : 'small';
  return (
    <p class={`address address-${size}`} dir="ltr">
      {groups.map((group) => (
        <span class="address-group" key={group}>
          {group}
        </span>
      ))}
    </p>
  );
}
