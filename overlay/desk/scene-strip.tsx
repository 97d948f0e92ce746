import { signal } from '@preact/signals';
import { Clapperboard, Pause, Play, Undo2 } from 'lucide';
import type { DeskScenes } from '../../shared/desk-view.ts';
import type { RuleAsked } from '../../shared/scenes.ts';
import { ask } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { KEYS } from './keys.ts';
import { refusedText } from './refusal-card.tsx';
import { pressAnswer } from './scene-answer.ts';
import { fresh, now, view } from './state.ts';
import { say } from './words.ts';
import './scene-strip.css';

/** What came of the last press, where that is not what its button says. */
const answered = signal<string | null>(null);
const asking = signal(false);

async function send<T>(path: string): Promise<T | null> {
  asking.value = true;
  const answer = await ask<T>('POST', path);
  asking.value = false;
  answered.value = answer.type === 'refused' ? refusedText(answer, null) : null;
  return answer.type === 'done' ? answer.value : null;
}

async function press(rule: string, name: string): Promise<void> {
  const asked = await send<RuleAsked>(`/scene-rules/${encodeURIComponent(rule)}/press`);
  if (asked) answered.value = pressAnswer(name, asked, view.peek()?.scenes?.connected ?? false);
}

/** Gives automation the scenes back; nothing where it is not paused. */
export function resumeScenes(): void {
  if (fresh.value && view.value?.scenes?.automation === 'paused') void send('/obs/resume');
}

/** What is on in OBS, the buttons that the owner's rules have for moderators, and automation's pause. Nothing where OBS is not used. */
export function SceneStrip() {
  const scenes = view.value?.scenes;
  if (!scenes || (!scenes.connected && scenes.buttons.length === 0)) return null;
  const works = fresh.value && scenes.connected && !asking.value;
  return (
    <section class="scene-strip" aria-label={say('scenes.title')}>
      <span class="scene-now one-line">
        <Icon node={Clapperboard} size={16} />
        {scenes.connected ? (scenes.scene ?? say('scenes.none')) : say('scenes.gone')}
      </span>
      <div class="scene-buttons">
        {scenes.buttons.map(({ rule, name, scene }) => (
          <Button
            key={rule}
            size="small"
            disabled={!works}
            aria-current={scene !== null && scene === scenes.scene ? 'true' : undefined}
            onClick={() => void press(rule, name)}
          >
            {name}
          </Button>
        ))}
      </div>
      {scenes.connected && scenes.automation !== 'off' && <PauseButton scenes={scenes} works={works} />}
      {!works && !asking.value && scenes.buttons.length > 0 && (
        <p class="scene-waits small quiet">{say(fresh.value ? 'scenes.needObs' : 'offline.connecting')}</p>
      )}
      {answered.value !== null && (
        <p class="scene-refused small" role="alert">
          {answered.value}
        </p>
      )}
    </section>
  );
}

function PauseButton({ scenes, works }: { scenes: DeskScenes; works: boolean }) {
  const isPaused = scenes.automation === 'paused';
  return (
    <div class="scene-pause">
      {isPaused && <span class="small quiet figures">{pausedText(scenes.pause?.until ?? null)}</span>}
      {isPaused && scenes.wayBack !== null && (
        <Button size="small" icon={Undo2} disabled={!works} onClick={() => void send('/obs/return')}>
          {say('scenes.returnNow', { scene: scenes.wayBack })}
        </Button>
      )}
      <Button
        size="small"
        look="plain"
        icon={isPaused ? Play : Pause}
        disabled={!works}
        onClick={() => void send(isPaused ? '/obs/resume' : '/obs/pause')}
      >
        {say(isPaused ? 'scenes.resume' : 'scenes.pause')}
      </Button>
      {isPaused && <kbd>{KEYS['scenes-resume']}</kbd>}
    </div>
  );
}

function pausedText(until: string | null): string {
  if (until === null) return say('scenes.paused');
  const left = Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now.value)) / 1000));
  return say('scenes.pausedFor', { clock: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` });
}
