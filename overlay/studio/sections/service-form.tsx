import { useState } from 'preact/hooks';
import type { Service } from '../../../shared/booking.ts';
import type { Language } from '../../../shared/local-text.ts';
import { Button } from '../../parts/button.tsx';
import { Check } from '../../parts/field.tsx';
import { focusFirstWrong } from '../../parts/focus-wrong.ts';
import { useAct } from '../model/act.ts';
import { openService } from '../model/kept-drafts.ts';
import { word } from '../model/offer-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { fieldsOf, sellsByLink, toDraft, type Wrong, wrongIn } from '../model/service-draft.ts';
import type { ServiceFields } from '../model/service-fields.ts';
import { say, tongue } from '../model/words.ts';
import { Basics } from './offer/basics.tsx';
import { PlaceFold } from './offer/place.tsx';
import { ProductParts } from './offer/product.tsx';
import { QuestionsFold } from './offer/questions.tsx';
import { DepositFold, TimesFold, ViewersFold } from './offer/terms.tsx';
import { Texts } from './offer/texts.tsx';
import { WhereFold } from './offer/where.tsx';

interface Props {
  /** Null for a new one. */
  service: Service | null;
  onClose: () => void;
}

/** One service: texts, length and price first, the rest folded away with what fits most. */
export function ServiceForm({ service, onClose }: Props) {
  const act = useAct();
  const [fields, setFields] = useState(() => openService.peek()?.fields ?? fieldsOf(service, tongue()));
  const [found, setFound] = useState<ReadonlyArray<Wrong>>([]);
  const [language, setLanguage] = useState<Language>(tongue);
  const change = (part: Partial<ServiceFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    // What the server alone found at a field stands until something is changed; the next save asks it anew.
    if (act.refused?.why === 'bad-input' || act.refused?.why === 'slug-taken') act.clear();
    openService.value = { id: service?.id ?? null, fields: next };
  };
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const read = toDraft(fields);
    setFound('wrong' in read ? read.wrong : []);
    if ('wrong' in read) return focusFirstWrong(form);
    const answer = service
      ? await act.run('PUT', `/services/${service.id}`, read.draft)
      : await act.run('POST', '/services', read.draft);
    if (answer.type === 'done') onClose();
    else focusFirstWrong(form);
  }
  const still = wrongIn(fields);
  const wrong = found.filter((name) => still.includes(name));
  const part = { fields, change, wrong, refused: act.refused };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void send(event)}>
      <h2>{service ? say('services.edit') : say('services.new')}</h2>
      <Texts {...part} language={language} onLanguage={setLanguage} />
      <Basics {...part} />
      {sellsByLink(fields) ? (
        <ProductParts {...part} />
      ) : (
        <div class="folds">
          <PlaceFold {...part} />
          <WhereFold {...part} />
          <ViewersFold {...part} />
          <QuestionsFold {...part} language={language} />
          <DepositFold {...part} />
          <TimesFold {...part} />
        </div>
      )}
      <Check
        label={word('licence.general')}
        hint={word('licence.notAdvice')}
        checked={fields.noLicenceNeeded}
        onChange={(event) => change({ noLicenceNeeded: event.currentTarget.checked })}
      />
      <RefusedNote refused={act.refused} />
      <div class="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          {say('services.save')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
