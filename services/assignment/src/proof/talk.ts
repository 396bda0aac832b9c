import { PROOF_TALK_SECONDS, type Turn } from '@perezvon/contracts';

/** What is known of an outgoing call's talk. */
export interface Talk {
  /** Seconds; 0: nobody answered; null: the telephony does not say. */
  talkDuration: number | null;
  /** null: there is no transcript (yet). */
  turns: readonly Turn[] | null;
}

/** How voicemails and operators' announcements begin; people do not. */
const MACHINE =
  /абонент\p{L}* (?:\p{L}+ ){0,3}(?:недоступ|не может|не отвеча|заня|выключ)|автоответчик|голосов\p{L}+ (?:почт|помощник|ассистент)|после (?:\p{L}+ )?сигнала|оставьте (?:\p{L}+ )?сообщени|секретарь абонента|вне зоны действия/iu;
/** A machine says its piece at once; somebody who answers it in the middle of a talk is a person. */
const MACHINE_TURNS = 2;

const isTheirs = ({ speaker, text }: Turn): boolean => speaker !== 'operator' && text.trim() !== '';

/** Whether the transcript shows that no person answered: nobody speaks but the operator, or a machine does. */
const answersNobody = (turns: readonly Turn[] | null): boolean => {
  // An empty transcript says nothing: a recording that could not be read looks the same.
  if (turns === null || turns.length === 0) return false;
  const theirs = turns.filter(isTheirs);
  if (!theirs.some(({ speaker }) => speaker === 'client')) return true;
  return theirs.length <= MACHINE_TURNS && theirs.some(({ text }) => MACHINE.test(text));
};

/** Seconds of talk: the telephony's, else the transcript's where it has times; null: neither says. */
const talkSeconds = ({ talkDuration, turns }: Talk): number | null => {
  if (talkDuration !== null) return talkDuration;
  const times = (turns ?? []).flatMap(({ t }) => (t === null ? [] : [t]));
  return times.length === 0 ? null : Math.max(...times) - Math.min(...times);
};

/** Whether somebody of the clinic has spoken with the client: long enough, and with a person. */
export const isProofTalk = (talk: Talk): boolean =>
  (talkSeconds(talk) ?? 0) >= PROOF_TALK_SECONDS && !answersNobody(talk.turns);
