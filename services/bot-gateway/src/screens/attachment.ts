/** What goes with a screen as a message of its own. */
export type Attachment =
  /** A call's recording: uploaded once, later sent by Telegram's `file_id`. `location`: http(s), or a file name. */
  | { kind: 'audio'; historyId: number; location: string }
  /** A text that is too long for pages (UTF-8). */
  | { kind: 'document'; fileName: string; content: string };
