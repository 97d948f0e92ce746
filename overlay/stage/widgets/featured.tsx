import { MessageCircle, MessageCircleQuestionMark } from 'lucide';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Icon } from '../../parts/icon.tsx';
import type { WidgetProps } from './air.ts';

/** Heights of the sheet (panels.css): who it is with the plate's padding, and one line of text. */
const HEAD = 92;
const LINE = 48;
const LONGEST_TEXT = 400;

/** A viewer's comment or question, put on by hand. */
export function FeaturedPlate({ air, box }: WidgetProps<WidgetOf<'featured'>>) {
  const { featured } = air.view;
  if (!featured) return null;
  const lines = Math.max(1, Math.floor((box.height - HEAD) / LINE));
  const isQuestion = featured.kind === 'question';
  return (
    <section class="plate featured" key={featured.id}>
      <p class="featured-who">
        <Icon node={isQuestion ? MessageCircleQuestionMark : MessageCircle} />
        <bdi class="line featured-name">{air.text(featured.name)}</bdi>
        <span class="featured-kind">{air.say(isQuestion ? 'asks' : 'says')}</span>
      </p>
      <p class="featured-text" dir="auto" style={{ WebkitLineClamp: lines }}>
        {air.text(featured.text, LONGEST_TEXT)}
      </p>
    </section>
  );
}
