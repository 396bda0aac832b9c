import { HistoryId } from '@perezvon/contracts';

const CALL_ID = /^#?(\d{1,16})$/;

/** The call that somebody names: `#500123`, `500123`; null: no call id. */
export const readCallId = (text: string): number | null => {
  const digits = CALL_ID.exec(text.trim())?.[1];
  return HistoryId.safeParse(Number(digits)).data ?? null;
};
