import { useEffect } from 'preact/hooks';
import { ask } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { now, view } from './model/state.ts';
import { say } from './model/words.ts';

/** The same as at the desk. */
const KEY = 'w';

/** Who has the wheel, for how long, and the key that gives it back, on every page; the button for it is in the header. */
export function RulesPaused() {
  const obs = view.value?.obs;
  return obs?.pause ? <Paused until={obs.pause.until} wayBack={obs.wayBack} /> : null;
}

function Paused({ until, wayBack }: { until: string | null; wayBack: string | null }) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (event.key.toLowerCase() === KEY && !isTyped && !isOther) void ask('POST', '/obs/resume');
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
  const left = until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now.value)) / 1000));
  const text = until === null ? say('strip.pausedOpen') : say('strip.pausedFor', { count: left });
  return (
    <div class="rules-paused">
      <p class="figures" title={`${text} ${KEY.toUpperCase()}: ${say('strip.resumeNow')}`}>
        {text}
      </p>
      {wayBack !== null && (
        <Button size="small" onClick={() => void ask('POST', '/obs/return')}>
          {say('strip.returnNow', { scene: wayBack })}
        </Button>
      )}
      <span class="rules-paused-key">
        <kbd>{KEY.toUpperCase()}</kbd> {say('strip.resumeNow')}
      </span>
    </div>
  );
}
