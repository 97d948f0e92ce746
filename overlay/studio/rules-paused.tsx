import { Play } from 'lucide';
import { useEffect } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { useAct } from './model/act.ts';
import { now, view } from './model/state.ts';
import { say } from './model/words.ts';

/** The same as at the desk. */
const KEY = 'w';

/** Who has the wheel, for how long, and how to give it back: on every page of the studio, by one key. */
export function RulesPaused() {
  const pause = view.value?.obs.pause;
  return pause ? <Paused until={pause.until} /> : null;
}

function Paused({ until }: { until: string | null }) {
  const act = useAct();
  const resume = () => void act.run('POST', '/obs/resume');
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (event.key.toLowerCase() === KEY && !isTyped && !isOther) resume();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  const left = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now.value)) / 1000));
  return (
    <div class="rules-paused">
      <span class="figures">{until === null ? say('strip.pausedOpen') : say('strip.pausedFor', { count: left })}</span>
      <Button size="small" icon={Play} disabled={act.busy} onClick={resume}>
        {say('strip.resumeNow')}
      </Button>
      <kbd>{KEY.toUpperCase()}</kbd>
    </div>
  );
}
