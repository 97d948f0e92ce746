import type { StageView } from '../../shared/protocol.ts';
import { spokenGroups } from './on-air.ts';
import { nextFree } from './state.ts';
import { timeOnAir } from './time-on-air.ts';
import { words } from './words.ts';

type Booking = NonNullable<StageView['booking']>;

/** How to book: the next free time, the address large enough to type, and the same as a code. */
export function BookingPlate({ booking }: { booking: Booking }) {
  const free = nextFree.value;
  return (
    <section class="plate booking">
      <Code booking={booking} />
      <div class="booking-text">
        {free ? (
          <p class="booking-free">
            <span class="line">
              <span class="quiet">{words.say('nextFree')}</span> <b>{timeOnAir(free.start, free.zone)}</b>
            </span>
            {free.leftThisWeek > 0 && (
              <span class="line quiet">{words.say('leftThisWeek', { count: free.leftThisWeek })}</span>
            )}
          </p>
        ) : (
          <p class="line quiet">{words.say('book')}</p>
        )}
        <Address address={booking.address} />
      </div>
    </section>
  );
}

/** The quiet zone of four modules is drawn with it, on a light ground, or cameras do not find it. */
function Code({ booking: { qr, address } }: { booking: Booking }) {
  const edge = qr.modules + 8;
  return (
    <svg
      class="code"
      viewBox={`-4 -4 ${edge} ${edge}`}
      role="img"
      aria-label={words.say('codeLabel', { address })}
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
