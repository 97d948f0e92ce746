import { BriefcaseBusiness, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { Service } from '../../../shared/booking.ts';
import { lengthText } from '../../../shared/length-words.ts';
import { inLanguage } from '../../../shared/local-text.ts';
import { formatMoney } from '../../../shared/money-text.ts';
import { hostOf, isProduct } from '../../../shared/product-link.ts';
import { Button } from '../../parts/button.tsx';
import { Empty, Notice, StateWord } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { openService } from '../model/kept-drafts.ts';
import { word } from '../model/offer-words.ts';
import { isOnOffer } from '../model/on-offer.ts';
import { RefusedNote } from '../model/refused.tsx';
import { audienceOf } from '../model/service-facts.ts';
import { view } from '../model/state.ts';
import { say, tongue, words } from '../model/words.ts';
import { AnswerPromise } from './answer-promise.tsx';
import { Licences } from './licences.tsx';
import { SectionHead } from './section-head.tsx';
import { ServiceForm } from './service-form.tsx';

/** What viewers can book: a list, and one form at a time in its place. */
export function ServicesSection() {
  const editing = openService.value;
  const services = view.value?.services ?? [];
  const edit = (id: string | null) => {
    openService.value = { id, fields: null };
  };
  const close = () => {
    openService.value = null;
  };
  return (
    <div class="section">
      <SectionHead title={say('services.title')} text={say('services.text')}>
        {!editing && services.length > 0 && (
          <Button look="primary" icon={Plus} onClick={() => edit(null)}>
            {say('services.add')}
          </Button>
        )}
      </SectionHead>
      {editing?.id === null && <ServiceForm service={null} onClose={close} />}
      {services.length === 0 && !editing && (
        <div class="card">
          <Empty icon={BriefcaseBusiness} title={say('services.empty')}>
            <Button look="primary" icon={Plus} onClick={() => edit(null)}>
              {say('services.add')}
            </Button>
          </Empty>
        </div>
      )}
      <ul class="stack gap-3">
        {services.map((service) =>
          editing?.id === service.id ? (
            <li key={service.id}>
              <ServiceForm service={service} onClose={close} />
            </li>
          ) : (
            <ServiceRow key={service.id} service={service} onEdit={() => edit(service.id)} />
          ),
        )}
      </ul>
      {services.length > 0 && <AnswerPromise />}
    </div>
  );
}

/** Whether viewers may see it, by the licences alone. */
function LicenceState({ service }: { service: Service }) {
  if (isBlocked(service.id)) return <StateWord tone="danger">{word('licence.blocked')}</StateWord>;
  if (isOnOffer(service, view.value?.licences ?? [])) return null;
  return <StateWord tone="warning">{say('services.licenceOpen')}</StateWord>;
}

/** What can never be offered with its text: no confirmation helps, so none is asked for. */
function isBlocked(service: string): boolean {
  const found = view.value?.licences.find((one) => one.service === service);
  return found?.points.some(({ level }) => level === 'never') ?? false;
}

function factsOf(service: Service): string[] {
  const kind = say(`services.kinds.${service.kind}`);
  const price = service.price.minor === 0 ? say('services.free') : formatMoney(service.price, tongue());
  if (isProduct(service)) return [kind, price, word('product.soldAt', { host: hostOf(service.link) })];
  const answer = say(service.instant ? 'services.instantMark' : 'services.askMark');
  return [kind, lengthText(service.minutes, tongue()), price, answer];
}

function ServiceRow({ service, onEdit }: { service: Service; onEdit: () => void }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const title = inLanguage(service.title, words.language.value ?? 'en');
  return (
    <li class="card stack gap-3" data-service={service.slug}>
      <div class="apart service-row">
        <div class="service-name">
          <h2>{title}</h2>
          <p class="quiet small figures">{factsOf(service).join(' · ')}</p>
          <p class="quiet small figures">{audienceOf(service)}</p>
        </div>
        <LicenceState service={service} />
        <div class="row gap-2">
          <Button size="small" onClick={onEdit}>
            {say('services.edit')}
          </Button>
          <Button size="small" look="plain" onClick={() => setAsking(true)}>
            {say('services.remove')}
          </Button>
        </div>
      </div>
      {!service.noLicenceNeeded && !isBlocked(service.id) && <p class="quiet small">{word('licence.generalOpen')}</p>}
      <Licences service={service.id} />
      {asking && (
        <Notice tone="warning" title={say('services.removeAsk', { title })}>
          <div class="row gap-2">
            <Button
              size="small"
              look="danger"
              disabled={act.busy}
              onClick={() => void act.run('DELETE', `/services/${service.id}`)}
            >
              {say('services.removeYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {say('common.cancel')}
            </Button>
          </div>
        </Notice>
      )}
      <RefusedNote refused={act.refused} />
    </li>
  );
}
