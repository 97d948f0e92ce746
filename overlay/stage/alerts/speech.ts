import type { Language } from '../../../shared/local-text.ts';

/** Being said and waiting together: what comes later would be said of something long gone. */
const LONGEST_QUEUE = 2;
/** Some machines' voices never tell that they are through. */
const GIVEN_UP_AFTER_MILLIS = 15_000;

let spoken: { readonly utterance: SpeechSynthesisUtterance; readonly sinceTick: number }[] = [];

/**
 * Says a text in the stage's language when this machine has a voice for it, and nothing otherwise. A voice that is made
 * elsewhere is not used: it would send names of viewers to a stranger's server.
 */
export function say(text: string, language: Language, volume: number): boolean {
  try {
    if (text === '' || volume <= 0 || !('speechSynthesis' in globalThis)) return false;
    const now = performance.now();
    spoken = spoken.filter(({ sinceTick }) => now - sinceTick < GIVEN_UP_AFTER_MILLIS);
    const voice = ownVoice(language);
    if (!voice || spoken.length >= LONGEST_QUEUE) return false;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = Math.min(1, volume);
    // Kept in a list: Chromium forgets the end of an utterance that nothing holds.
    spoken.push({ utterance, sinceTick: now });
    const over = () => {
      spoken = spoken.filter((each) => each.utterance !== utterance);
    };
    utterance.onend = over;
    utterance.onerror = over;
    speechSynthesis.speak(utterance);
    return true;
  } catch {
    return false;
  }
}

/** Asks for the voices, which a browser may fetch only when first asked: else the first alert would be mute. */
export function warmVoices(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.getVoices();
}

/** Stops at once, in the middle of a word. */
export function hush(): void {
  if (spoken.length === 0) return;
  spoken = [];
  speechSynthesis.cancel();
}

function ownVoice(language: Language): SpeechSynthesisVoice | undefined {
  // Norwegian voices call themselves nb or no.
  const tags = language === 'nb' ? ['nb', 'no'] : [language];
  const fitting = speechSynthesis
    .getVoices()
    .filter(({ lang, localService }) => localService && tags.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ''));
  return fitting.find((voice) => voice.default) ?? fitting[0];
}
