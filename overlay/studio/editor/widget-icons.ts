import type { IconNode } from 'lucide';
import {
  BellRing,
  Clock,
  IdCard,
  ListOrdered,
  MessageSquareQuote,
  Pin,
  QrCode,
  Radio,
  ScrollText,
  Target,
  TicketPercent,
  Trophy,
} from 'lucide';
import type { WidgetKind } from '../../../shared/stage-design.ts';

export const KIND_ICONS: Readonly<Record<WidgetKind, IconNode>> = {
  bio: IdCard,
  booking: QrCode,
  queue: ListOrdered,
  alerts: BellRing,
  leaderboard: Trophy,
  goal: Target,
  featured: MessageSquareQuote,
  pinned: Pin,
  discount: TicketPercent,
  ticker: ScrollText,
  clock: Clock,
  feed: Radio,
};
