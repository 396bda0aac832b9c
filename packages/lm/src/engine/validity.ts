import type { Outcome } from '@perezvon/contracts';
import type { Hit } from './match.js';
import type { ReadCall, ReadTurn } from './prepare.js';
import type { Tags } from './tags.js';

export interface Validity {
  readonly isDialogue: boolean;
  /** Given when there was no dialogue. */
  readonly outcome: Outcome | undefined;
}

/** Words that open a call or fill a pause; a turn of nothing else says nothing. */
const EMPTY_TALK: ReadonlySet<string> = new Set(
  'алло але алле да ну э эм ээ м мм а ага угу так слушаю говорите слышно вас вы меня не здравствуйте добрый день'.split(
    ' ',
  ),
);

const isMeaningful = ({ words }: ReadTurn): boolean => words.some(({ word }) => !EMPTY_TALK.has(word));

const hasTalk = (
  { dialogue }: ReadCall,
  speaker: 'client' | 'operator',
  noise: ReadonlySet<number>,
): boolean =>
  dialogue.some((turn) => turn.speaker === speaker && !noise.has(turn.index) && isMeaningful(turn));

/** Turns in which people only look for each other: «алло, вас не слышно». */
const SHORT_NOISE_WORDS = 8;
const noiseTurns = (tags: Tags): Set<number> =>
  new Set(
    tags
      .of('validity.line_noise')
      .filter(({ turn }) => turn.words.length <= SHORT_NOISE_WORDS)
      .map(({ turn }) => turn.index),
  );

const isMachine = ({ turn }: Hit): boolean => turn.speaker !== 'operator';

const readSpam = (call: ReadCall, tags: Tags): boolean => {
  const robot = tags.of('validity.robot').filter(isMachine);
  const isDeclined = tags.first('validity.declines_seller') !== undefined;
  const wantsService = !isDeclined && tags.first('intent.wants_booking', 'booking.client_name') !== undefined;
  const live = call.dialogue.filter(({ speaker }) => speaker === 'client').length;
  if (robot.some(({ turn }) => turn.speaker === 'client') && live <= MAX_ROBOT_TURNS) return true;
  const signs = tags.of('validity.seller').length + tags.of('validity.declines_seller').length;
  return tags.of('validity.seller').length > 0 && signs >= MIN_SELLER_SIGNS && !wantsService;
};
const MAX_ROBOT_TURNS = 3;
const MIN_SELLER_SIGNS = 2;

const silentOutcome = ({ call, turns }: ReadCall, tags: Tags): Outcome => {
  if (call.talk_duration === 0) return 'missed';
  const operatorSpoke = turns.some(({ speaker }) => speaker === 'operator');
  if (tags.of('validity.robot_offer').some(isMachine)) return 'spam';
  if (tags.first('validity.voicemail', 'validity.queue') !== undefined) return 'missed';
  if (operatorSpoke || turns.length > 0) return 'technical';
  return 'missed';
};

/** Do a live client and a live operator really talk, and if not, what was it instead? */
export const readValidity = (call: ReadCall, tags: Tags): Validity => {
  if (readSpam(call, tags)) return { isDialogue: false, outcome: 'spam' };
  const noise = noiseTurns(tags);
  if (hasTalk(call, 'client', noise) && hasTalk(call, 'operator', noise))
    return { isDialogue: true, outcome: undefined };
  return { isDialogue: false, outcome: silentOutcome(call, tags) };
};
