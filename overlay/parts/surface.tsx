import type { IconNode } from 'lucide';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** What a colour means; never the only sign, a word or icon stands beside it. */
export type Tone = 'plain' | 'accent' | 'positive' | 'warning' | 'danger' | 'live';

/** A state in one or two words with its colour and a dot. */
export function StateWord({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <span class={`state-word tone-${tone}`}>
      <span class="state-dot" aria-hidden="true" />
      {children}
    </span>
  );
}

const NOTICE_ICONS: Readonly<Record<Tone, IconNode>> = {
  plain: Info,
  accent: Info,
  positive: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  live: CircleAlert,
};

interface NoticeProps {
  tone?: Tone;
  /** What happened, in one sentence. */
  title: string;
  /** What it means and what to do: text and buttons. */
  children?: ComponentChildren;
}

/** A message in the flow of the page. `danger` and `warning` are spoken at once, the rest when there is time. */
export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  const urgent = tone === 'danger' || tone === 'warning';
  return (
    <div class={`notice tone-${tone}`} role={urgent ? 'alert' : 'status'}>
      <Icon node={NOTICE_ICONS[tone]} />
      <div class="notice-text">
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

interface EmptyProps {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
}

/** A view with nothing in it yet: says why, and what to do. */
export function Empty({ icon, title, children, heading: Heading = 'h2' }: EmptyProps) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon node={icon} size={28} />
      </span>
      <Heading class="empty-title">{title}</Heading>
      {children && <div class="empty-text">{children}</div>}
    </div>
  );
}

/** Grey lines in the place of what is loading; they show after 300 ms, so quick answers never flash them. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span class="skeleton-line" key={index} />
      ))}
    </div>
  );
}
