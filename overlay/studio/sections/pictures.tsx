import { Trash2, UserRound } from 'lucide';
import type { Bio, Picture } from '../../../shared/booking.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Draft } from '../model/draft.ts';
import { word } from '../model/offer-words.ts';
import { pictureUrl } from '../model/send-picture.ts';
import { Upload } from './upload.tsx';

const MOST = 6;

/** Portrait and pictures of the work. What is sent is kept small and without its metadata. */
export function Pictures({ draft }: { draft: Draft<Bio> }) {
  const { portrait } = draft.value.value;
  // A file takes seconds to send: what was typed meanwhile stays.
  const change = (part: (bio: Bio) => Partial<Bio>) =>
    draft.edit({ ...draft.value.peek(), ...part(draft.value.peek()) });
  return (
    <fieldset class="stack gap-4">
      <legend class="legend">{word('pictures.portrait')}</legend>
      <div class="row gap-3 portrait-row">
        {portrait ? (
          <img class="portrait-frame" src={pictureUrl(portrait)} alt="" width={88} height={88} />
        ) : (
          <span class="portrait-frame portrait-none">
            <Icon node={UserRound} size={32} />
          </span>
        )}
        <div class="stack gap-2">
          <Upload
            label={word(portrait ? 'pictures.replace' : 'pictures.choose')}
            onDone={(id) => change(() => ({ portrait: id }))}
          />
          {portrait && (
            <div>
              <Button size="small" look="plain" onClick={() => change(() => ({ portrait: null }))}>
                {word('pictures.remove')}
              </Button>
            </div>
          )}
        </div>
      </div>
      <Work draft={draft} change={change} />
    </fieldset>
  );
}

interface WorkProps {
  draft: Draft<Bio>;
  change: (part: (bio: Bio) => Partial<Bio>) => void;
}

function Work({ draft, change }: WorkProps) {
  const { pictures } = draft.value.value;
  const put = (next: (list: Picture[]) => Picture[]) => change((bio) => ({ pictures: next(bio.pictures) }));
  return (
    <div class="stack gap-3">
      <h2>{word('pictures.work')}</h2>
      <p class="quiet small">{word('pictures.hint')}</p>
      {pictures.length > 0 && (
        <ul class="pictures">
          {pictures.map(({ id, alt }) => (
            <li key={id} class="stack gap-2">
              <img class="picture-frame" src={pictureUrl(id)} alt={alt} />
              <div class="picture-words">
                <TextField
                  label={word('pictures.alt')}
                  hint={word('pictures.altHint')}
                  value={alt}
                  maxLength={200}
                  onInput={(event) => {
                    const words = event.currentTarget.value;
                    put((list) => list.map((one) => (one.id === id ? { id, alt: words } : one)));
                  }}
                />
                <IconButton
                  icon={Trash2}
                  label={word('pictures.remove')}
                  onClick={() => put((list) => list.filter((one) => one.id !== id))}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      {pictures.length < MOST && (
        <Upload
          label={word('pictures.add')}
          onDone={(id) => put((list) => (list.some((one) => one.id === id) ? list : [...list, { id, alt: '' }]))}
        />
      )}
    </div>
  );
}
