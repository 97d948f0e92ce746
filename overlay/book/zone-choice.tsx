import { Globe } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import { sayZone } from './times.ts';
import { say } from './words.ts';
import { zone, zonesToChoose } from './zones.ts';

/** Whose clock the times are of, and the choice of another. The whole line is the select. */
export function ZoneChoice({ creatorZone, at }: { creatorZone: string; at: string }) {
  return (
    <label class="zone">
      <Icon node={Globe} size={18} />
      <span>
        {say('time.zone')} <b>{sayZone(zone.value, at)}</b>
      </span>
      <select
        aria-label={say('time.change')}
        value={zone.value}
        onChange={(event) => {
          zone.value = event.currentTarget.value;
        }}
      >
        {zonesToChoose([zone.value, creatorZone]).map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
