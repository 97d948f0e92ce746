import { ImagePlus } from 'lucide';
import { useState } from 'preact/hooks';
import type { studioOffers } from '../../../shared/locales/en/studio-offers.ts';
import type { Refused } from '../../parts/ask.ts';
import { Icon } from '../../parts/icon.tsx';
import { word } from '../model/offer-words.ts';
import { refusalText } from '../model/refused.tsx';
import { sendPicture } from '../model/send-picture.ts';

type Why = keyof (typeof studioOffers)['pictures']['why'];
const WHY: ReadonlyArray<Why> = [
  'picture-type',
  'picture-moving',
  'picture-broken',
  'picture-too-large',
  'too-large',
  'too-many-pictures',
];

/** Chooses a file and sends it; `onDone` gets the picture's id. What is wrong with a file stands beside the button. */
export function Upload({ label, onDone }: { label: string; onDone: (id: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  async function send(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    setBusy(true);
    const answer = await sendPicture(file);
    setBusy(false);
    // The same file may be chosen again after it was mended.
    input.value = '';
    setRefused(answer.type === 'refused' ? answer : null);
    if (answer.type === 'done') onDone(answer.value.id);
  }
  const known = WHY.find((each) => each === refused?.why);
  return (
    <div class="stack gap-2">
      <label class="upload">
        <input
          type="file"
          class="unseen"
          accept="image/jpeg,image/png,image/webp"
          disabled={busy}
          onChange={(event) => void send(event.currentTarget)}
        />
        <span class="button button-quiet button-small">
          <Icon node={ImagePlus} size={16} />
          <span class="button-word">{busy ? word('pictures.sending') : label}</span>
        </span>
      </label>
      {refused && (
        <p class="field-error" role="alert">
          {known ? word(`pictures.why.${known}`) : refusalText(refused)}
        </p>
      )}
    </div>
  );
}
