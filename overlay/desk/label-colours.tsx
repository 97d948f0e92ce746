import { Check } from 'lucide';
import { LABEL_COLOURS, type LabelColour } from '../../shared/label-colours.ts';
import { Icon } from '../parts/icon.tsx';
import { sayQueue } from './queue-words.ts';

/** The colours of labels, one of which is chosen. */
export function Colours({ chosen, choose }: { chosen: LabelColour; choose: (colour: LabelColour) => void }) {
  return (
    <fieldset class="label-colours">
      <legend class="unseen">{sayQueue('labels.colour')}</legend>
      {LABEL_COLOURS.map((colour) => (
        <label key={colour} class="label-colour" data-colour={colour} title={sayQueue(`labels.colours.${colour}`)}>
          <input type="radio" name="label-colour" checked={chosen === colour} onChange={() => choose(colour)} />
          <span class="unseen">{sayQueue(`labels.colours.${colour}`)}</span>
          {chosen === colour && <Icon node={Check} size={14} />}
        </label>
      ))}
    </fieldset>
  );
}
