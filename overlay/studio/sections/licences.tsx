import { useState } from 'preact/hooks';
import { countryName } from '../../../shared/countries.ts';
import type { LicencePoint } from '../../../shared/eligibility.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { useAct } from '../model/act.ts';
import { word } from '../model/offer-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { view } from '../model/state.ts';
import { tongue } from '../model/words.ts';

/** What the list of regulated activities says of one service, and what to do about it. */
export function Licences({ service }: { service: string }) {
  const found = view.value?.licences.find((one) => one.service === service);
  if (!found) return null;
  const blocking = found.points.filter(({ level }) => level === 'never');
  // While it is blocked, a confirmation beside it would be given for nothing.
  const points = blocking.length > 0 ? blocking : found.points;
  const unknown = found.unknownRegions.map((region) => countryName(region, tongue()));
  return (
    <>
      {points.map((point) => (
        <Point key={`${point.region} ${point.activity}`} service={service} point={point} />
      ))}
      {unknown.length > 0 && <p class="quiet small">{word('licence.unknown', { countries: unknown.join(', ') })}</p>}
    </>
  );
}

function Point({ service, point }: { service: string; point: LicencePoint }) {
  const activity = point.name[tongue()];
  const country = countryName(point.region, tongue());
  const name = `${activity}, ${country}`;
  if (point.confirmed) {
    const date = new Date(point.confirmed.at).toLocaleDateString(tongue(), { dateStyle: 'long' });
    return (
      <p class="quiet small" data-licence="confirmed">
        {word('licence.confirmed', { activity, country, name: point.confirmed.by, date })}
      </p>
    );
  }
  const never = point.level === 'never';
  // The list keeps `*` for the rest of a word; people see what the word begins with.
  const seen = point.word.replaceAll('*', '…');
  const isOwn = point.region === view.value?.bio?.region;
  return (
    <Notice
      tone={never ? 'danger' : 'warning'}
      title={word(never ? 'licence.neverTitle' : 'licence.confirmTitle', { activity, country })}
    >
      <div class="stack gap-3" data-licence={point.level}>
        <p class="small">
          {word(never ? (isOwn ? 'licence.neverOwnText' : 'licence.neverText') : 'licence.confirmText', { word: seen })}
        </p>
        <p class="small">
          <a href={point.url} target="_blank" rel="noreferrer">
            {word('licence.law', { law: point.law })}
          </a>
        </p>
        {!never && <Confirm service={service} point={point} label={name} />}
      </div>
    </Notice>
  );
}

function Confirm({ service, point, label }: { service: string; point: LicencePoint; label: string }) {
  const act = useAct();
  const [name, setName] = useState('');
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    await act.run('POST', `/services/${service}/confirm`, { region: point.region, activity: point.activity, name });
  }
  return (
    <form class="confirm-row" aria-label={label} onSubmit={(event) => void send(event)}>
      <TextField
        label={word('licence.name')}
        autocomplete="name"
        required
        maxLength={80}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={act.busy || name.trim() === ''}>
        {word('licence.confirm')}
      </Button>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
