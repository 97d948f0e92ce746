import { Plus, Trash2 } from 'lucide';
import type { Bio, Proof } from '../../../shared/booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import type { Draft } from '../model/draft.ts';
import { faultOf } from '../model/refused.tsx';
import { say } from '../model/words.ts';

/** A proof without a title is still being written: it is not sent, so that it holds nothing else back. */
export function titled(proof: Proof): boolean {
  return proof.title.trim() !== '';
}

/** Proofs of competence. Only those marked public leave this page. */
export function Proofs({ draft }: { draft: Draft<Bio> }) {
  const { proofs } = draft.value.value;
  const state = draft.state.value;
  const refused = state.type === 'refused' ? state.refused : null;
  // The server counts the proofs that it was sent.
  const fault = (index: number, part: 'title' | 'url') =>
    proofs[index] && titled(proofs[index])
      ? faultOf(refused, `proofs.${proofs.slice(0, index).filter(titled).length}.${part}`)
      : null;
  const put = (next: Proof[]) => draft.edit({ ...draft.value.peek(), proofs: next });
  const change = (index: number, next: Proof) => put(proofs.map((proof, at) => (at === index ? next : proof)));
  return (
    <fieldset class="stack gap-3">
      <legend class="legend">{say('bio.proofs')}</legend>
      <p class="quiet small">{say('bio.proofsHint')}</p>
      {proofs.map((proof, index) => (
        <div class="proof" key={index}>
          <TextField
            label={say('bio.proofTitle')}
            value={proof.title}
            maxLength={200}
            error={fault(index, 'title') ?? (proof.url && !titled(proof) ? say('fault.proofTitle') : null)}
            onInput={(event) => change(index, { ...proof, title: event.currentTarget.value })}
          />
          <TextField
            label={say('bio.proofUrl')}
            type="url"
            value={proof.url ?? ''}
            error={fault(index, 'url')}
            onInput={(event) => change(index, withUrl(proof, event.currentTarget.value))}
          />
          <Check
            label={say('bio.proofPublic')}
            checked={proof.public}
            onChange={(event) => change(index, { ...proof, public: event.currentTarget.checked })}
          />
          <IconButton
            icon={Trash2}
            label={say('bio.proofRemove')}
            onClick={() => put(proofs.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={Plus} onClick={() => put([...proofs, { title: '', public: true }])}>
          {say('bio.proofAdd')}
        </Button>
      </div>
    </fieldset>
  );
}

function withUrl(proof: Proof, url: string): Proof {
  return { title: proof.title, public: proof.public, ...(url.trim() === '' ? {} : { url: url.trim() }) };
}
