import { Plus, Trash2 } from 'lucide';
import type { Bio, Proof } from '../../../shared/booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import type { Draft } from '../model/draft.ts';
import { word } from '../model/offer-words.ts';
import { faultOf } from '../model/refused.tsx';
import { pictureUrl } from '../model/send-picture.ts';
import { say } from '../model/words.ts';
import { LinkField } from './offer/link-field.tsx';
import { Upload } from './upload.tsx';

const KINDS = ['link', 'certificate', 'reference'] as const;

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
  // From what stands there now: a picture takes seconds to arrive, and typing goes on.
  const put = (next: (list: Proof[]) => Proof[]) =>
    draft.edit({ ...draft.value.peek(), proofs: next(draft.value.peek().proofs) });
  const change = (index: number, part: (proof: Proof) => Proof) =>
    put((list) => list.map((proof, at) => (at === index ? part(proof) : proof)));
  return (
    <fieldset class="stack gap-3">
      <legend class="legend">{say('bio.proofs')}</legend>
      <p class="quiet small">{say('bio.proofsHint')}</p>
      {proofs.map((proof, index) => (
        <ProofRow
          key={index}
          proof={proof}
          titleFault={fault(index, 'title')}
          urlFault={fault(index, 'url')}
          onChange={(part) => change(index, part)}
          onRemove={() => put((list) => list.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onClick={() => put((list) => [...list, { kind: 'certificate', title: '', public: true }])}
        >
          {say('bio.proofAdd')}
        </Button>
      </div>
    </fieldset>
  );
}

interface RowProps {
  proof: Proof;
  titleFault: string | null;
  urlFault: string | null;
  onChange: (part: (proof: Proof) => Proof) => void;
  onRemove: () => void;
}

function ProofRow({ proof, titleFault, urlFault, onChange, onRemove }: RowProps) {
  const noTitle = (proof.url || proof.picture) && !titled(proof) ? say('fault.proofTitle') : null;
  return (
    <div class="proof">
      <SelectField
        label={word('proofs.kind')}
        value={proof.kind}
        onChange={(event) => {
          const kind = KINDS.find((each) => each === event.currentTarget.value) ?? 'link';
          onChange((now) => ({ ...now, kind }));
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {word(`proofs.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={say('bio.proofTitle')}
        value={proof.title}
        maxLength={200}
        error={titleFault ?? noTitle}
        onInput={(event) => {
          const title = event.currentTarget.value;
          onChange((now) => ({ ...now, title }));
        }}
      />
      <LinkField
        label={say('bio.proofUrl')}
        value={proof.url ?? ''}
        error={urlFault}
        onLink={(url) => onChange((now) => withUrl(now, url))}
      />
      <div class="proof-more">
        <Check
          label={say('bio.proofPublic')}
          hint={proof.public ? undefined : word('proofs.private')}
          checked={proof.public}
          onChange={(event) => {
            const shown = event.currentTarget.checked;
            onChange((now) => ({ ...now, public: shown }));
          }}
        />
        {proof.kind === 'certificate' && <ProofPicture proof={proof} onChange={onChange} />}
        <IconButton icon={Trash2} label={say('bio.proofRemove')} onClick={onRemove} />
      </div>
    </div>
  );
}

function ProofPicture({ proof, onChange }: Pick<RowProps, 'proof' | 'onChange'>) {
  return (
    <>
      {proof.picture && <img class="proof-frame" src={pictureUrl(proof.picture)} alt={word('proofs.picture')} />}
      <Upload
        label={proof.picture ? word('pictures.replace') : word('proofs.picture')}
        onDone={(id) => onChange((now) => ({ ...now, picture: id }))}
      />
      {proof.picture && (
        <Button size="small" look="plain" onClick={() => onChange(({ picture: _, ...now }) => now)}>
          {word('pictures.remove')}
        </Button>
      )}
    </>
  );
}

function withUrl({ url: _, ...proof }: Proof, text: string): Proof {
  return { ...proof, ...(text.trim() === '' ? {} : { url: text.trim() }) };
}
