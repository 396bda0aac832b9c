const WEB_SCHEMES: readonly string[] = ['http:', 'https:'];
const MAX_LENGTH = 2_000;
/** Letters of any language, digits and what file names commonly hold; no `..`, no leading `/`, no scheme. */
const RELATIVE_PATH = String.raw`(?!/)(?!(?:.*/)?\.\.?(?:/|$))[\p{L}\p{N} ._()+=@~/-]+`;
const RELATIVE_FILE = new RegExp(`^${RELATIVE_PATH}$`, 'u');
/** A file of an S3-compatible storage, `s3://bucket/key`, or of Yandex Disk, `disk:/path` or `app:/path`. */
const STORED_FILE = new RegExp(`^(?:s3://[A-Za-z0-9][A-Za-z0-9._-]{1,62}|disk:|app:)/${RELATIVE_PATH}$`, 'u');

/**
 * Whether a recording can be found by this: an http(s) address, a file of a storage, or a file name below the folder
 * of recordings. Where it leads, and whether the bot may go there, is looked at when somebody wants to listen.
 */
export const isRecordingUrl = (written: string): boolean => {
  if (written.length > MAX_LENGTH) return false;
  if (STORED_FILE.test(written)) return true;
  if (URL.canParse(written)) return WEB_SCHEMES.includes(new URL(written).protocol);
  return RELATIVE_FILE.test(written);
};
