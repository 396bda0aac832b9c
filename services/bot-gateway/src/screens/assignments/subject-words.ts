import { KIND_FIELDS, type AssignmentKind, type TrainingMetric } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { cutWords } from '../../text/cut-words.js';
import { html, type Html } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { visibleNote, type WrittenWords } from '../../text/visible-words.js';
import type { RenderTools } from '../define-screen.js';

/** Where it stands: a button holds less than a line. */
export type SubjectRoom = 'button' | 'line';

/** Characters of somebody's words. */
const MAX_WORDS: Record<SubjectRoom, number> = { button: 20, line: 60 };

/** What tells one assignment of a kind from another. */
interface Subject {
  kind: AssignmentKind;
  /** null: it is about no call. */
  historyId: number | null;
  /** What is to be done, in the giver's words; null: the kind says it. */
  words: WrittenWords | null;
  /** Of a training that is measured; null: of any other. */
  metric: TrainingMetric | null;
  /** What is to be paid; null: it is no compensation. */
  amountKopecks: number | null;
}

type Tools = Pick<RenderTools<unknown>, 't' | 'person'>;

/** What the work is, where its kind alone does not say it; null: it does. */
const taskWords = (
  { kind, words, metric, amountKopecks }: Subject,
  room: SubjectRoom,
  { t, person }: Tools,
): Html | null => {
  if (amountKopecks !== null) return moneyWords(amountKopecks, t);
  if (metric !== null) return t(codeKey('metric', metric));
  if (words === null || KIND_FIELDS[kind].words !== 'required') return null;
  return html`${cutWords(visibleNote(words, person), MAX_WORDS[room])}`;
};

/**
 * What an assignment is about in a list: its call and, where its kind leaves that open, what is to be done. A button has
 * room for one of them.
 */
export const subjectWords = (subject: Subject, room: SubjectRoom, tools: Tools): Html => {
  const call = subject.historyId === null ? null : html`#${subject.historyId}`;
  const task = taskWords(subject, room, tools);
  if (call === null || task === null) return call ?? task ?? html`—`;
  return room === 'button' ? call : html`${call} · ${task}`;
};
