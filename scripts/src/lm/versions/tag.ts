import { LmVersionTag } from '@perezvon/contracts';

/** @returns null: it is no tag (a directory, a slip of the pen) */
export const readTag = (text: string): string | null => LmVersionTag.safeParse(text).data ?? null;
