import type { SceneAction, SceneHold } from '../../../shared/scene-actions.ts';
import { partWords } from './condition-words.ts';
import { tellRule } from './rule-words.ts';
import { number } from './spoken-numbers.ts';

type NameOf = (id: string) => string;

/**
 * The steps of a rule. The return of a hold stands with its own step, since it comes when that is over and not at the end;
 * what follows is said with the seconds after which it comes, counted from when the scene of that hold came on.
 */
export function stepsWords(actions: ReadonlyArray<SceneAction>, nameOf: NameOf): string {
  const said: string[] = [];
  let steps: string[] = [];
  let sinceSeconds: number | null = null;
  let whenBegun: number | null = null;
  const end = (rest: ReadonlyArray<string>) => {
    if (rest.length > 0) said.push(atWords(whenBegun, rest.join(', ')));
    steps = [];
    whenBegun = sinceSeconds;
  };
  for (const [at, action] of actions.entries()) {
    if (action.type === 'wait' && sinceSeconds !== null) {
      sinceSeconds += action.seconds;
      end(steps);
      continue;
    }
    steps.push(stepWords(action, nameOf));
    if (action.type !== 'show-scene') continue;
    sinceSeconds = returns(actions, at) ? 0 : null;
    if (sinceSeconds !== null) end([...steps, tellRule('do.return')]);
  }
  const isWaiting = steps.length === 0 && whenBegun !== null && whenBegun > 0;
  end(isWaiting ? [tellRule('open.text')] : steps);
  return said.join('; ');
}

/** When steps come: `seconds` after a scene came on; null: at once. */
function atWords(seconds: number | null, steps: string): string {
  if (seconds === null) return steps;
  return seconds === 0
    ? tellRule('do.asShown', { steps })
    : tellRule('do.afterShown', { seconds: number(seconds), steps });
}

/** Whether that step goes back by itself: a scene that is shown while it holds takes its place. */
function returns(actions: ReadonlyArray<SceneAction>, at: number): boolean {
  const action = actions[at];
  if (action?.type !== 'show-scene' || !action.hold?.returns) return false;
  let leftSeconds = lastsSeconds(action.hold);
  for (const next of actions.slice(at + 1)) {
    if (next.type === 'show-scene') return false;
    if (next.type === 'wait') leftSeconds -= next.seconds;
    if (leftSeconds <= 0) return true;
  }
  return true;
}

function stepWords(action: SceneAction, nameOf: NameOf): string {
  switch (action.type) {
    case 'show-scene':
      return showWords(action.scene || tellRule('open.scene'), action.hold);
    case 'stage-scene':
      return tellRule('do.stage-scene', { scene: action.scene || tellRule('open.scene') });
    case 'layout':
      if (action.layout === null) return tellRule('do.layoutOwn');
      return tellRule('do.layout', { layout: partWords('layout', action.layout) });
    case 'alerts':
      return tellRule(`do.alerts_${action.act}`);
    case 'alert':
      return tellRule('do.alert', { text: action.text || tellRule('open.text') });
    case 'wait':
      return tellRule('do.wait', { seconds: number(action.seconds) });
    case 'run-rule':
      return tellRule('do.run-rule', { rule: action.rule === '' ? tellRule('open.rule') : nameOf(action.rule) });
    default:
      return obsWords(action);
  }
}

type ObsStep = Exclude<
  SceneAction,
  { type: 'show-scene' | 'stage-scene' | 'layout' | 'alerts' | 'alert' | 'wait' | 'run-rule' }
>;

/** A step that OBS does. */
function obsWords(action: ObsStep): string {
  const input = 'input' in action ? action.input || tellRule('open.source') : '';
  switch (action.type) {
    case 'source': {
      const source = action.source || tellRule('open.source');
      return tellRule(`do.source_${onOff(action.visible)}`, { source, scene: action.scene || tellRule('open.scene') });
    }
    case 'text':
      return tellRule('do.text', { text: action.text, input });
    case 'media-file':
      return tellRule('do.media-file', { file: action.file || tellRule('open.file'), input });
    case 'media':
      return tellRule(`do.media_${action.act}`, { input });
    case 'filter': {
      const filter = action.filter || tellRule('open.filter');
      return tellRule(`do.filter_${onOff(action.on)}`, { filter, source: action.source || tellRule('open.source') });
    }
    case 'mute':
      return tellRule(`do.mute_${onOff(action.muted)}`, { input });
    case 'transition': {
      const { milliseconds } = action;
      const transition = action.transition || tellRule('open.transition');
      if (milliseconds === null) return tellRule('do.transition', { transition });
      return tellRule('do.transitionLong', { transition, milliseconds: number(milliseconds) });
    }
    case 'chapter':
      return action.name === '' ? tellRule('do.chapter') : tellRule('do.chapterNamed', { name: action.name });
    case 'hotkey':
      return tellRule('do.hotkey', { hotkey: action.hotkey || tellRule('open.hotkey') });
    case 'output':
      return tellRule(`do.output_${action.of}_${onOff(action.on)}`);
    default:
      return tellRule(`do.${action.type}`);
  }
}

/** Nobody knows when a state is over. */
function lastsSeconds({ seconds, whileTrue }: SceneHold): number {
  return whileTrue ? Number.POSITIVE_INFINITY : seconds;
}

function showWords(scene: string, hold: SceneHold | null): string {
  if (hold === null) return tellRule('do.showStays', { scene });
  const { seconds, leastSeconds, mostSeconds, returns, whileTrue } = hold;
  const isWhile = whileTrue && returns;
  const least = isWhile ? seconds : leastSeconds;
  const bounds = [
    ...(least > (isWhile ? 1 : 0) ? [tellRule('do.boundLeast', { seconds: number(least) })] : []),
    ...(mostSeconds === null ? [] : [tellRule('do.boundMost', { seconds: number(mostSeconds) })]),
  ];
  const values = { scene, seconds: number(seconds), bounds: bounds.length > 0 ? ` (${bounds.join(', ')})` : '' };
  return tellRule(isWhile ? 'do.showWhile' : returns ? 'do.show-scene' : 'do.showHeld', values);
}

function onOff(on: boolean): 'on' | 'off' {
  return on ? 'on' : 'off';
}
