import type { IconNode } from 'lucide';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { Without } from './without.ts';

/** `primary`: the one main act of a view. `quiet`: any other. `plain`: inside a row or card. `danger`: takes something away. */
export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

interface Common {
  look?: ButtonLook;
  /** `small` is 32 px high, for dense pages used with a mouse; the rest is 44 px. */
  size?: 'normal' | 'small';
  icon?: IconNode;
  /** Fills the width it is given. */
  wide?: boolean;
  children?: ComponentChildren;
}

type ButtonProps = Common & Without<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'class'>;

/** A button with a word on it. `type` is `button` unless said, so it never sends a form by accident. */
export function Button({ look = 'quiet', size = 'normal', icon, wide, children, ...rest }: ButtonProps) {
  return (
    <button type="button" class={classOf(look, size, wide)} {...rest}>
      {icon && <Icon node={icon} size={size === 'small' ? 16 : 20} />}
      <span class="button-word">{children}</span>
    </button>
  );
}

type LinkProps = Common &
  Without<AnchorHTMLAttributes<HTMLAnchorElement>, 'icon' | 'size' | 'class'> & { href: string };

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function LinkButton({ look = 'quiet', size = 'normal', icon, wide, children, ...rest }: LinkProps) {
  return (
    <a class={classOf(look, size, wide)} {...rest}>
      {icon && <Icon node={icon} size={size === 'small' ? 16 : 20} />}
      <span class="button-word">{children}</span>
    </a>
  );
}

type IconButtonProps = Without<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'class'> & {
  icon: IconNode;
  /** What it does, as a verb: spoken and shown as its tooltip. */
  label: string;
  look?: ButtonLook;
  size?: 'normal' | 'small';
};

/** A square button with an icon alone, for acts that everybody knows by their sign. */
export function IconButton({ icon, label, look = 'plain', size = 'normal', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`${classOf(look, size, false)} button-square`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon node={icon} size={size === 'small' ? 16 : 20} />
    </button>
  );
}

function classOf(look: ButtonLook, size: 'normal' | 'small', wide: boolean | undefined): string {
  return `button button-${look}${size === 'small' ? ' button-small' : ''}${wide ? ' button-wide' : ''}`;
}
