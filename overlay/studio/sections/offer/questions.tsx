import { Plus, Trash2 } from 'lucide';
import type { Language } from '../../../../shared/local-text.ts';
import { Button, IconButton } from '../../../parts/button.tsx';
import { Check, TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { withQuestion, withText } from '../../model/service-draft.ts';
import type { QuestionFields } from '../../model/service-fields.ts';
import { Fold } from './fold.tsx';
import type { PartProps } from './part.ts';
import { nameOf } from './texts.tsx';

const MOST = 8;

/** What the viewer is asked when booking, in the language that the form's texts are in. */
export function QuestionsFold({ fields, change, wrong, language }: PartProps & { language: Language }) {
  const { questions } = fields;
  const put = (index: number, part: Partial<QuestionFields>) =>
    change({ questions: questions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <Fold
      title={word('questions.title')}
      state={questions.length === 0 ? word('deposit.none') : word('questions.count', { count: questions.length })}
      wrong={wrong.includes('questions')}
    >
      <p class="quiet small">{word('questions.hint')}</p>
      {questions.map((question, index) => (
        <div class="question-row" key={question.id}>
          <TextField
            label={word('questions.label', { number: index + 1, language: nameOf(language) })}
            value={question.label[language] ?? ''}
            maxLength={200}
            error={
              wrong.includes('questions') && Object.keys(question.label).length === 0 ? word('questions.need') : null
            }
            onInput={(event) => put(index, { label: withText(question.label, language, event.currentTarget.value) })}
          />
          <Check
            label={word('questions.required')}
            checked={question.required}
            onChange={(event) => put(index, { required: event.currentTarget.checked })}
          />
          <IconButton
            icon={Trash2}
            label={word('questions.remove')}
            onClick={() => change({ questions: questions.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      {questions.length < MOST && (
        <div>
          <Button size="small" icon={Plus} onClick={() => change({ questions: withQuestion(questions) })}>
            {word('questions.add')}
          </Button>
        </div>
      )}
    </Fold>
  );
}
