import { X } from 'lucide';
import type { MailSettings } from '../../../shared/mail.ts';
import { IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { spanWord, tellMail } from '../model/mail-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import type { SettingsProps } from './mail-server.tsx';

const CHOICES = [15, 30, 60, 120, 180, 720, 1440, 2880, 4320, 10_080];
const MOST = 5;

/** When viewers are reminded; each change is kept at once. */
export function RemindersCard({ settings, onChange }: SettingsProps) {
  const act = useAct<MailSettings>();
  const { reminders } = settings;
  async function keep(next: number[]): Promise<void> {
    const answer = await act.run('PUT', '/mail', { reminders: next });
    if (answer.type === 'done') onChange(answer.value);
  }
  const left = CHOICES.filter((minutes) => !reminders.includes(minutes));
  return (
    <section class="card stack gap-3">
      <h2>{tellMail('reminders.title')}</h2>
      <p class="quiet small">{tellMail('reminders.text')}</p>
      {reminders.length === 0 && <p>{tellMail('reminders.none')}</p>}
      <ul class="stack gap-1">
        {reminders.map((minutes) => (
          <li key={minutes} class="apart">
            <span>{tellMail('reminders.before', { span: spanWord(minutes) })}</span>
            <IconButton
              size="small"
              icon={X}
              label={tellMail('reminders.remove', { span: spanWord(minutes) })}
              disabled={act.busy}
              onClick={() => void keep(reminders.filter((one) => one !== minutes))}
            />
          </li>
        ))}
      </ul>
      {reminders.length < MOST && (
        <div>
          <SelectField
            label={tellMail('reminders.add')}
            value=""
            disabled={act.busy}
            onChange={(event) => {
              const minutes = Number(event.currentTarget.value);
              event.currentTarget.value = '';
              if (minutes > 0) void keep([...reminders, minutes]);
            }}
          >
            <option value="">–</option>
            {left.map((minutes) => (
              <option key={minutes} value={String(minutes)}>
                {tellMail('reminders.before', { span: spanWord(minutes) })}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <RefusedNote refused={act.refused} />
    </section>
  );
}
