import { clock } from '../../shared/time-words.ts';

const STEP_MINUTES = 15;
const MIDNIGHT = '00:00';
/** The end of the day, as a time that something lasts until. */
const DAY_END = '24:00';
const TIMES = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, at) => {
  const minutes = at * STEP_MINUTES;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

interface Props {
  language: string;
  /** The time that is chosen: one between the quarters, kept by an older form, has an option too. */
  kept?: string;
  /** Ends of the same day: midnight is its end, and not its beginning. */
  ends?: boolean;
}

/** The quarters of an hour of a day as options of a `select`, by the clock of the language; each value is `18:30`. */
export function TimeOptions({ language, kept, ends = false }: Props) {
  return (
    <>
      {timesToChoose(kept, ends).map((time) => (
        <option key={time} value={time}>
          {time === DAY_END ? DAY_END : clock(`2026-01-01T${time}:00Z`, 'UTC', language)}
        </option>
      ))}
    </>
  );
}

export function timesToChoose(kept: string | undefined, ends: boolean): string[] {
  const times = ends ? [...TIMES.filter((time) => time !== MIDNIGHT), DAY_END] : TIMES;
  return kept && !times.includes(kept) ? [...times, kept].sort() : times;
}
