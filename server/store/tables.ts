import type {
  AppointmentTable,
  IdempotencyTable,
  MergedRequestTable,
  MessageTable,
  RequestTable,
  SearchTextTable,
  SeatTable,
  SlotCellTable,
  UnopenedThreadTable,
  WaitlistTable,
} from './tables/booking.ts';
import type {
  BlockKeyTable,
  BlockTable,
  DeskChoiceTable,
  DeskMacroTable,
  DeskViewTable,
  HeldActTable,
  LabelTable,
  PersonLabelTable,
  PreparedReplyTable,
  PutAwayTable,
  ReplyDraftTable,
  RequestBrowserTable,
  RequestLabelTable,
  RequestViewerTable,
} from './tables/desk.ts';
import type {
  ChatHoldTable,
  DmConversationTable,
  DmReplyTable,
  OutboxTable,
  WebhookEventTable,
} from './tables/doors.ts';
import type { CreatorTable, EventTable, GapTable, SessionTable, SettingTable } from './tables/live.ts';
import type {
  BioTable,
  BusyFeedTable,
  BusySpanTable,
  LicenceConfirmationTable,
  OldHandleTable,
  OldSlugTable,
  PictureTable,
  ServiceTable,
} from './tables/offers.ts';
import type { AuditTable, LoginTable, PasskeyChallengeTable, PasskeyTable, PersonTable } from './tables/people.ts';
import type { SceneChangeTable, ShortCodeTable, StageTable } from './tables/stages.ts';

/*
 * The tables by name, as kysely types; the rows are in `tables/`, by subject. Every key begins with the creator. Instants
 * are epoch milliseconds in UTC; JSON is text, so that both stores answer alike. Booleans are 0 and 1.
 */

export interface Tables {
  creator: CreatorTable;
  session: SessionTable;
  event: EventTable;
  gap: GapTable;
  setting: SettingTable;
  login: LoginTable;
  person: PersonTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  audit: AuditTable;
  stage: StageTable;
  bio: BioTable;
  old_handle: OldHandleTable;
  old_slug: OldSlugTable;
  service: ServiceTable;
  appointment: AppointmentTable;
  slot_cell: SlotCellTable;
  seat: SeatTable;
  request: RequestTable;
  message: MessageTable;
  idempotency: IdempotencyTable;
  busy_feed: BusyFeedTable;
  busy_span: BusySpanTable;
  waitlist: WaitlistTable;
  outbox: OutboxTable;
  chat_hold: ChatHoldTable;
  webhook_event: WebhookEventTable;
  dm_conversation: DmConversationTable;
  dm_reply: DmReplyTable;
  licence_confirmation: LicenceConfirmationTable;
  picture: PictureTable;
  short_code: ShortCodeTable;
  block: BlockTable;
  block_key: BlockKeyTable;
  put_away: PutAwayTable;
  request_viewer: RequestViewerTable;
  request_browser: RequestBrowserTable;
  prepared_reply: PreparedReplyTable;
  desk_macro: DeskMacroTable;
  reply_draft: ReplyDraftTable;
  held_act: HeldActTable;
  merged_request: MergedRequestTable;
  unopened_thread: UnopenedThreadTable;
  desk_choice: DeskChoiceTable;
  search_text: SearchTextTable;
  scene_change: SceneChangeTable;
  label: LabelTable;
  request_label: RequestLabelTable;
  person_label: PersonLabelTable;
  desk_view: DeskViewTable;
}
