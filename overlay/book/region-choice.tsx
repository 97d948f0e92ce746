import type { PublicService } from '../../shared/public-page.ts';
import { chosenRegion, region, regionChoices, sayRegion, sayRegions } from './region.ts';
import { say } from './words.ts';

/** Where the viewer is, changeable: the browser's country is a guess. */
export function RegionChoice({ service, label }: { service: PublicService; label: string }) {
  const here = region.value;
  const { codes, other } = regionChoices(service, here);
  return (
    <label class="region">
      <span>{label}</span>
      <select
        value={here ?? ''}
        onChange={(event) => {
          chosenRegion.value = event.currentTarget.value;
        }}
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {sayRegion(code)}
          </option>
        ))}
        {(other || here === null) && (
          <option value="">{say(other ? 'terms.regionOther' : 'terms.regionUnknown')}</option>
        )}
      </select>
    </label>
  );
}

/** In place of the way to the times: for whom the offer is, and where this page takes the viewer to be. */
export function Elsewhere({ service }: { service: PublicService }) {
  return (
    <div class="elsewhere stack gap-3" role="status">
      <p>{say('terms.elsewhere', { list: sayRegions(service.regions) })}</p>
      <RegionChoice service={service} label={say('terms.regionHere')} />
    </div>
  );
}
