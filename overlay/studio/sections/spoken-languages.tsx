import { X } from 'lucide';
import { useMemo } from 'preact/hooks';
import { languageName, languagesIn } from '../../../shared/spoken-languages.ts';
import { IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { say, tongue } from '../model/words.ts';

/** As many as a bio takes. */
const MOST = 20;

interface Props {
  /** BCP 47 tags, and what an older Cuedesk kept of texts that name no language it knows. */
  tags: ReadonlyArray<string>;
  error: string | null;
  onChange: (tags: string[]) => void;
}

/** The languages that the creator speaks, picked by name and each taken out again. */
export function SpokenLanguages({ tags, error, onChange }: Props) {
  const language = tongue();
  const choices = useMemo(() => languagesIn(language), [language]);
  return (
    <div class="stack gap-2">
      <SelectField
        label={say('bio.languages')}
        error={error}
        value=""
        disabled={tags.length >= MOST}
        onChange={({ currentTarget }) => {
          if (currentTarget.value) onChange([...tags, currentTarget.value]);
          // The same select is for the next one.
          currentTarget.value = '';
        }}
      >
        <option value="">{say('bio.languagesAdd')}</option>
        {choices
          .filter(({ tag }) => !tags.includes(tag))
          .map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
      </SelectField>
      {tags.length > 0 && (
        <ul class="row gap-2 chips" aria-label={say('bio.languages')}>
          {tags.map((tag) => {
            const name = languageName(tag, language);
            return (
              <li key={tag} class="chip">
                {name}
                <IconButton
                  icon={X}
                  size="small"
                  label={say('bio.languagesRemove', { name })}
                  onClick={() => onChange(tags.filter((each) => each !== tag))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
