/** What goes with a screen as a message of its own. */
export type Attachment =
  /** A call's recording: uploaded once, later sent by Telegram's `file_id`. `url`: http or https. */
  | { kind: 'audio'; historyId: number; url: string }
  /** A text that is too long for pages (UTF-8). */
  | { kind: 'document'; fileName: string; content: string };
