import { CircleAlert } from 'lucide';
import type {
  ComponentChildren,
  InputHTMLAttributes,
  SelectHTMLAttributes,
  TargetedFocusEvent,
  TargetedInputEvent,
  TextareaHTMLAttributes,
} from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { Without } from './without.ts';

interface Labelled {
  label: string;
  /** One quiet sentence under the field. */
  hint?: string | undefined;
  /** What is wrong with it and what to do; null or missing while nothing is. */
  error?: string | null | undefined;
}

/** What ties label, hint and error to the control for a screen reader. */
interface Wiring {
  id: string;
  'aria-invalid'?: 'true';
  'aria-describedby'?: string;
}

function Frame({ label, hint, error, children }: Labelled & { children: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({
        id,
        ...(error ? { 'aria-invalid': 'true' as const } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon node={CircleAlert} size={16} />
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = Labelled & Without<InputHTMLAttributes<HTMLInputElement>, 'label' | 'class' | 'id'>;

interface Typed<Control extends EventTarget> {
  value?: InputProps['value'];
  onInput?: ((event: TargetedInputEvent<Control>) => void) | undefined;
  onBlur?: ((event: TargetedFocusEvent<Control>) => void) | undefined;
}

/**
 * What is being typed stays until the field is left, whatever is drawn anew meanwhile: an answer of the server to the
 * field before would put the old text back under the writer's hands.
 */
function useTyped<Control extends HTMLInputElement | HTMLTextAreaElement>({ value, onInput, onBlur }: Typed<Control>) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? value,
    onInput: (event: TargetedInputEvent<Control>) => {
      setTyped(event.currentTarget.value);
      onInput?.(event);
    },
    onBlur: (event: TargetedFocusEvent<Control>) => {
      setTyped(null);
      onBlur?.(event);
    },
  };
}

/** A line of text, a number, a date: any `input` with its label, hint and error. */
export function TextField({ label, hint, error, value, onInput, onBlur, ...rest }: InputProps) {
  const typed = useTyped({ value, onInput, onBlur });
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => <input class="control" {...rest} {...wiring} {...typed} />}
    </Frame>
  );
}

type AreaProps = Labelled & Without<TextareaHTMLAttributes<HTMLTextAreaElement>, 'label' | 'class' | 'id'>;

export function TextArea({ label, hint, error, rows = 4, value, onInput, onBlur, ...rest }: AreaProps) {
  const typed = useTyped({ value, onInput, onBlur });
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => <textarea class="control" rows={rows} {...rest} {...wiring} {...typed} />}
    </Frame>
  );
}

type SelectProps = Labelled & Without<SelectHTMLAttributes<HTMLSelectElement>, 'label' | 'class' | 'id'>;

/** A choice of many; its `option` elements are the children. */
export function SelectField({ label, hint, error, children, ...rest }: SelectProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => (
        <select class="control" {...rest} {...wiring}>
          {children}
        </select>
      )}
    </Frame>
  );
}

type CheckProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'checked' | 'name' | 'required' | 'disabled' | 'onChange'
> & {
  label: ComponentChildren;
  hint?: string | undefined;
  error?: string | null | undefined;
  /** `switch` for a setting that works at once, a box for something agreed to in a form. */
  look?: 'box' | 'switch';
};

/** A yes or no with its sentence; the whole line is the target. */
export function Check({ label, hint, error, look = 'box', ...rest }: CheckProps) {
  const id = useId();
  return (
    <div class="field">
      <label class={`check check-${look}`} for={id}>
        <input
          type="checkbox"
          {...(look === 'switch' ? { role: 'switch' as const } : {})}
          {...rest}
          id={id}
          {...(error ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` } : {})}
        />
        <span>
          {label}
          {hint && <span class="field-hint">{hint}</span>}
        </span>
      </label>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon node={CircleAlert} size={16} />
          {error}
        </p>
      )}
    </div>
  );
}
