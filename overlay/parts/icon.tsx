import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  /** An icon node of lucide, imported by name: `import { Calendar } from 'lucide'`. */
  node: IconNode;
  /** Edge in pixels of the page. */
  size?: number;
  /** Spoken in place of the picture; without it the icon is decoration beside a word. */
  label?: string;
}

/** One line icon in the colour of its text. lucide-preact does not know Preact 11, so its nodes are drawn here. */
export function Icon({ node, size = 20, label }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label or hidden; a title would pop up as a tooltip
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      {node.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
