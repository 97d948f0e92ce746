import { clock } from '../../shared/time-words.ts';

const STEP_MINUTES = 15;
const TIMES = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, at) => {
  const minutes = at * STEP_MINUTES;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

/** The quarters of an hour of a day as options of a `select`, by the clock of the language; each value is `18:30`. */
export function TimeOptions({ language }: { language: string }) {
  return (
    <>
      {TIMES.map((time) => (
        <option key={time} value={time}>
          {clock(`2026-01-01T${time}:00Z`, 'UTC', language)}
        </option>
      ))}
    </>
  );
}
