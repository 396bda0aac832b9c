/** A call's recording: uploaded once, later sent by Telegram's `file_id`. */
export interface RecordingAttachment {
  kind: 'audio';
  historyId: number;
  /** The call's revision: a later one may have another recording. */
  revision: number;
  /** A file name, http(s), `s3://…`, `disk:/…`: see `ReadRecording`. */
  location: string;
}

/** What goes with a screen as a message of its own. */
export type Attachment =
  | RecordingAttachment
  /** A text that is too long for pages (UTF-8). */
  | { kind: 'document'; fileName: string; content: string };
