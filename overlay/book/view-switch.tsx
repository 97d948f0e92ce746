import { type TimeView, timeView } from './calendar-state.ts';
import { say } from './words.ts';

const VIEWS: ReadonlyArray<TimeView> = ['days', 'week', 'month'];

/** Days, week or month. */
export function ViewSwitch() {
  return (
    <fieldset class="views">
      <legend class="unseen">{say('calendar.view')}</legend>
      {VIEWS.map((view) => (
        <label class="view" key={view}>
          <input
            type="radio"
            name="view"
            class="unseen"
            checked={timeView.value === view}
            onChange={() => {
              timeView.value = view;
            }}
          />
          <span class="view-face">{say(`calendar.${view}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
