import type { SceneAction, SceneHold } from '../../../shared/scene-actions.ts';
import { partWords } from './condition-words.ts';
import { tellRule } from './rule-words.ts';
import { number } from './spoken-numbers.ts';

type NameOf = (id: string) => string;

/**
 * The steps of a rule in the order in which they come to pass: a hold goes back when its time is over, so its return
 * stands after the steps that are done meanwhile. A scene that is shown later takes the place of the hold before.
 */
export function stepsWords(actions: ReadonlyArray<SceneAction>, nameOf: NameOf): string {
  const said: string[] = [];
  let leftSeconds: number | null = null;
  for (const action of actions) {
    const isOver: boolean = action.type === 'wait' && leftSeconds !== null && action.seconds >= leftSeconds;
    said.push(
      isOver && action.type === 'wait' ? waitWords('do.waitReturn', action.seconds) : stepWords(action, nameOf),
    );
    if (action.type === 'show-scene') leftSeconds = action.hold?.returns ? lastsSeconds(action.hold) : null;
    if (action.type === 'wait' && leftSeconds !== null) leftSeconds = isOver ? null : leftSeconds - action.seconds;
  }
  return [...said, ...(leftSeconds === null ? [] : [tellRule('do.return')])].join(', ');
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
      return waitWords('do.wait', action.seconds);
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

/** Nobody knows when a state is over: the return comes last. */
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

function waitWords(key: 'do.wait' | 'do.waitReturn', seconds: number): string {
  return tellRule(key, { seconds: number(seconds) });
}

function onOff(on: boolean): 'on' | 'off' {
  return on ? 'on' : 'off';
}
