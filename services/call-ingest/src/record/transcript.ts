import { Speaker, type Turn } from '@perezvon/contracts';
import { parsePlainTranscript } from '@perezvon/lm';
import { z } from 'zod';
import { cleanText } from './clean-text.js';

/** An hour of talk has about a thousand turns; more than this is no call. */
export const MAX_TURNS = 20_000;
/** All words of one call together; an hour of talk has about 60,000 characters. */
export const MAX_TRANSCRIPT_CHARACTERS = 2_000_000;

const TURNS_EXPECTED = 'expected null, text, or an array of turns { t, speaker, text }';

const IncomingTurn = z.object(
  {
    t: z
      .number('expected seconds from the start of the call, or null')
      .nonnegative('expected seconds from the start of the call, or null')
      .nullish()
      .transform((t) => t ?? null),
    speaker: z.enum(Speaker.options, 'expected operator, client or system'),
    text: z.string('expected text').transform(cleanText),
  },
  'expected a turn { t, speaker, text }',
);

/** « / Клиент: …»: turns that a one-line export has put behind each other. */
const TURN_IN_THE_SAME_LINE = /\s+\/\s+(?=\p{L}{3,16}\s*:)/gu;

const readPlainText = (text: string): Turn[] =>
  parsePlainTranscript(cleanText(text).replace(TURN_IN_THE_SAME_LINE, '\n'));

const isShortEnough = (turns: readonly Turn[]): boolean =>
  turns.reduce((sum, { text }) => sum + text.length, 0) <= MAX_TRANSCRIPT_CHARACTERS;

const Turns = z
  .array(IncomingTurn, TURNS_EXPECTED)
  .max(MAX_TURNS, `expected at most ${MAX_TURNS} turns`)
  .refine(isShortEnough, `expected at most ${MAX_TRANSCRIPT_CHARACTERS} characters of text`);

const PlainText = z
  .string()
  .max(MAX_TRANSCRIPT_CHARACTERS, `expected at most ${MAX_TRANSCRIPT_CHARACTERS} characters of text`)
  .transform(readPlainText)
  .refine((turns) => turns.length <= MAX_TURNS, `expected at most ${MAX_TURNS} turns`);

/** The talk as turns or as plain text; null or missing: there is none yet; [] or '': there is one and it is empty. */
export const IncomingTranscript = z
  .unknown()
  .optional()
  .transform((value, context): Turn[] | null => {
    if (value === null || value === undefined) return null;
    const parsed = (typeof value === 'string' ? PlainText : Turns).safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    context.addIssue({ code: 'custom', message: issue?.message ?? TURNS_EXPECTED, path: issue?.path ?? [] });
    return z.NEVER;
  });
