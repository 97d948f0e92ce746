import type { Sound } from './hearing.ts';

/* The stage's own sounds, made by Web Audio from a few notes each: no file, nothing to load. */

interface Note {
  /** Hertz at its start. */
  readonly pitch: number;
  /** Hertz at its end, when it glides. */
  readonly to?: number;
  /** Seconds after the sound's start. */
  readonly after: number;
  /** Seconds until it has died away. */
  readonly rings: number;
  /** Seconds until it is at its loudest. */
  readonly swells: number;
  readonly loud: number;
  readonly shape: OscillatorType;
}

function note(pitch: number, after: number, rings: number, loud: number, more: Partial<Note> = {}): Note {
  return { pitch, after, rings, loud, swells: 0.008, shape: 'sine', ...more };
}

export const SOUNDS: Readonly<Record<Sound, ReadonlyArray<Note>>> = {
  // A fifth, the second voice an octave above it and faint.
  chime: [note(784, 0, 0.7, 0.5), note(1175, 0.09, 0.9, 0.45), note(2349, 0.09, 0.5, 0.08)],
  pluck: [note(587, 0, 0.28, 0.6, { shape: 'triangle', swells: 0.003 }), note(1175, 0, 0.1, 0.12, { swells: 0.003 })],
  // Partials of a struck bell, not of a string: 2, 2.4, 3 and 4.2 times the hum.
  bell: [
    note(523, 0, 1.5, 0.4),
    note(1046, 0, 1.1, 0.28),
    note(1255, 0, 0.8, 0.16),
    note(1569, 0, 0.6, 0.12),
    note(2197, 0, 0.35, 0.08),
  ],
  rise: [
    note(523, 0, 0.22, 0.4, { shape: 'triangle' }),
    note(659, 0.1, 0.22, 0.4, { shape: 'triangle' }),
    note(784, 0.2, 0.6, 0.45, { shape: 'triangle' }),
  ],
  drum: [note(165, 0, 0.32, 0.9, { to: 55, swells: 0.002 }), note(330, 0, 0.05, 0.25, { to: 160, swells: 0.001 })],
};

/** A page whose sound is not allowed yet may be told so late that the sound is no longer of anything. */
const LATEST_MILLIS = 500;
/** A context that runs keeps a thread awake even when it is silent. */
const SLEEP_AFTER_MILLIS = 3_000;

let context: AudioContext | null = null;
let sleeping: ReturnType<typeof setTimeout> | undefined;

/**
 * Plays one of our sounds now, or not at all: a browser that does not allow it, or has no sound, is no error. `volume` is
 * 0 to 1, `step` raises it by so many half-tones. Resolves to whether it was played.
 */
export async function playSound(name: Sound, volume: number, step = 0): Promise<boolean> {
  if (volume <= 0) return false;
  try {
    context ??= new AudioContext({ latencyHint: 'interactive' });
    clearTimeout(sleeping);
    const isRunning = await runs(context);
    if (isRunning) strike(context, SOUNDS[name], volume, 2 ** (step / 12));
    sleepLater(context);
    return isRunning;
  } catch {
    return false;
  }
}

async function runs(audio: AudioContext): Promise<boolean> {
  if (audio.state === 'running') return true;
  // Where a click is needed first, this stays open until there is one.
  const late = new Promise<void>((over) => setTimeout(over, LATEST_MILLIS));
  await Promise.race([audio.resume(), late]);
  return (audio.state as AudioContextState) === 'running';
}

function sleepLater(audio: AudioContext): void {
  clearTimeout(sleeping);
  sleeping = setTimeout(() => void audio.suspend().catch(() => {}), SLEEP_AFTER_MILLIS);
}

/** Sounds these notes on `audio`, from now. */
export function strike(audio: BaseAudioContext, notes: ReadonlyArray<Note>, volume: number, raise: number): void {
  const whole = audio.createGain();
  // Heard loudness goes about with the square; and several notes at once must not clip.
  whole.gain.value = Math.min(1, volume) ** 2 * 0.6;
  whole.connect(audio.destination);
  let open = notes.length;
  for (const each of notes) {
    const tone = toneOf(audio, each, raise, whole);
    tone.onended = () => {
      open -= 1;
      if (open === 0) whole.disconnect();
    };
  }
}

function toneOf(audio: BaseAudioContext, each: Note, raise: number, into: AudioNode): OscillatorNode {
  const start = audio.currentTime + each.after;
  const end = start + each.rings;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = each.shape;
  tone.frequency.setValueAtTime(each.pitch * raise, start);
  if (each.to !== undefined) tone.frequency.exponentialRampToValueAtTime(each.to * raise, end);
  // An exponential ramp cannot start or end at nothing.
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(each.loud, start + each.swells);
  loudness.gain.exponentialRampToValueAtTime(0.0001, end);
  tone.connect(loudness).connect(into);
  tone.start(start);
  tone.stop(end + 0.02);
  return tone;
}
