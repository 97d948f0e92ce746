import { labelsNamed } from './labels.ts';
import './labels.css';

/** Labels by name and colour; `most` of them, and how many more there are. */
export function LabelChips({ ids, most = 20 }: { ids: ReadonlyArray<string>; most?: number }) {
  if (ids.length === 0) return null;
  const all = labelsNamed(ids);
  const more = all.slice(most);
  return (
    <>
      {all.slice(0, most).map(({ id, name, colour }) => (
        <span key={id} class="label" data-colour={colour} title={name} dir="auto">
          <span class="label-name">{name}</span>
        </span>
      ))}
      {more.length > 0 && (
        <span class="label label-more" data-colour="plain" title={more.map(({ name }) => name).join(', ')}>
          <span class="label-name figures">+{more.length}</span>
        </span>
      )}
    </>
  );
}
