import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsStatus } from '../../../shared/scenes.ts';
import { nearSecond } from '../../parts/time-words.ts';
import { whatOf, whyOf } from '../model/act-words.ts';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

type Act = ObsStatus['acts'][number];

/** The last things that automation did or left alone, newest first, each with its reason. */
export function Acts({ acts, rules }: { acts: ReadonlyArray<Act>; rules: ReadonlyArray<SceneRule> }) {
  return (
    <section class="card stack" aria-label={say('scenes.acts')}>
      <h2>{say('scenes.acts')}</h2>
      {acts.length === 0 ? (
        <p class="quiet">{say('scenes.actsEmpty')}</p>
      ) : (
        <table class="acts">
          <thead>
            <tr>
              <th scope="col">{say('scenes.actTime')}</th>
              <th scope="col">{say('scenes.actWhat')}</th>
              <th scope="col">{say('scenes.actWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {acts.map((act) => (
              <tr key={`${act.at} ${act.what} ${act.scene} ${act.why}`}>
                <td class="figures quiet">{nearSecond(act.at, now.value, undefined, tongue())}</td>
                <td>{whatText(act)}</td>
                <td class="quiet">{whyText(act, rules)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function whatText(act: Act): string {
  const word = whatOf(act.what);
  return word ? say(`scenes.what.${word}`, { scene: act.scene ?? '' }) : `${act.what} ${act.scene ?? ''}`;
}

function whyText(act: Act, rules: ReadonlyArray<SceneRule>): string {
  const word = whyOf(act.why);
  const nameOf = (id: string | null) => rules.find((each) => each.id === id)?.name ?? '';
  const why = word ? say(`scenes.why.${word}`, { rule: nameOf(act.rule) }) : act.why;
  // Where the rule lost to another one, by name: that is the one to look at.
  const winner = nameOf(act.by);
  return winner === '' ? why : `${why}: ${winner}`;
}
