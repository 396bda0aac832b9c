const WEB_SCHEMES: readonly string[] = ['http:', 'https:'];
const MAX_LENGTH = 2_000;
/** Letters of any language, digits and what file names commonly hold; no `..`, no leading `/`, no scheme. */
const RELATIVE_FILE = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\p{L}\p{N} ._()+=@~/-]+$/u;

/** Whether a recording can be found by this: an http(s) address, or a file name below the folder of recordings. */
export const isRecordingUrl = (written: string): boolean => {
  if (written.length > MAX_LENGTH) return false;
  if (URL.canParse(written)) return WEB_SCHEMES.includes(new URL(written).protocol);
  return RELATIVE_FILE.test(written);
};
