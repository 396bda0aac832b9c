import { isOpen, nextOpen, type Clinic } from '@perezvon/clinic-hours';
import { DateTime } from 'luxon';
import { MINUTE_MS } from '../../domain/durations.js';
import { fromDueMinute, toDueMinute, type DuePreset } from '../../domain/due-presets.js';
import { parseDue, printDue, type BareDay } from '../../text/due-words.js';
import { spanWords } from '../../text/span-words.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Address, Button } from '../define-place.js';
import type { RenderTools, TypedAnswer } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'now' | 'timezone'>;

/** «Сегодня 18:00», «Завтра 12:00», «Пн 30.11 12:00» */
const momentLabel = (at: Date, { t, now, timezone }: Tools): Html => {
  const local = DateTime.fromJSDate(at, { zone: timezone });
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf('day');
  const days = Math.round(local.startOf('day').diff(today, 'days').days);
  return t('due-moment', {
    days,
    weekday: local.weekday,
    date: local.toFormat('dd.MM'),
    time: local.toFormat('HH:mm'),
  });
};

const presetLabel = ({ name, at }: DuePreset, tools: Tools): Html =>
  name === 'moment' ? momentLabel(at, tools) : tools.t('due-preset', { preset: name });

/** Buttons of deadlines; each carries its moment, so that an old one never means another. */
export const dueRows = (
  presets: readonly DuePreset[],
  tools: Tools,
  link: (label: Html, due: number) => Button,
): Button[][] => presets.map((preset) => [link(presetLabel(preset, tools), toDueMinute(preset.at))]);

/** What somebody typed as a deadline: on to its confirmation, or why not. */
export const answerTypedDue = (
  text: string,
  { t, now, timezone, clinic }: Tools & { clinic: Clinic },
  confirm: (due: number) => Address,
  bareDay: BareDay = 'noon',
): TypedAnswer => {
  const due = parseDue(text, now, { clinic, bareDay });
  if (due === null) return { kind: 'say', text: t('due-not-understood') };
  if (due.kind === 'past')
    return { kind: 'say', text: t('due-past', { at: printDue(due.at, now, timezone) }) };
  return { kind: 'open', address: confirm(toDueMinute(due.at)) };
};

/** Whether nobody works at the clinic up to this moment: a deadline at closing time is a good one. */
const isClosed = (at: Date, clinic: Clinic): boolean =>
  !isOpen(at, clinic) && !isOpen(new Date(at.getTime() - MINUTE_MS), clinic);

export interface DueWords {
  /** `Срок: 25.11 18:00, через 5 часов`; or why it cannot be one. */
  text: Html;
  /** It has passed, or is no later one: another is needed. */
  isRefused: boolean;
  /** When somebody works again, where nobody does by then; null: somebody does. */
  opensAt: { due: number; label: Html } | null;
}

/** A deadline in words, with what is wrong with it; or until when work is put off. */
export const dueLine = (
  due: number,
  clinic: Clinic,
  tools: Tools,
  what: 'due' | 'pause' = 'due',
): DueWords => {
  const { t, now, timezone } = tools;
  const at = fromDueMinute(due);
  const words = printDue(at, now, timezone);
  if (at <= now) return { text: t('due-past', { at: words }), isRefused: true, opensAt: null };
  const span = spanWords(at.getTime() - now.getTime(), t);
  if (!isClosed(at, clinic))
    return { text: t('due-line', { what, at: words, span }), isRefused: false, opensAt: null };
  const opens = nextOpen(at, clinic);
  return {
    text: t('due-line-closed', { what, at: words, span }),
    isRefused: false,
    opensAt: { due: toDueMinute(opens), label: momentLabel(opens, tools) },
  };
};

/** The same words, where the moment is later than the present deadline; otherwise that it is not. */
export const laterThan = (
  dueAt: Date,
  due: number,
  words: DueWords,
  { t, now, timezone }: Tools,
): DueWords => {
  const at = fromDueMinute(due);
  if (at > dueAt) return words;
  const moments = { at: printDue(at, now, timezone), due: printDue(dueAt, now, timezone) };
  return { text: t('due-not-later', moments), isRefused: true, opensAt: null };
};

/** One tap to when somebody works again, where nobody does at the deadline; no button otherwise. */
export const whenOpenButtons = (
  { opensAt }: Pick<DueWords, 'opensAt'>,
  t: Translate,
  link: (label: Html, due: number) => Button,
): Button[] => (opensAt === null ? [] : [link(t('due-when-open', { at: opensAt.label }), opensAt.due)]);

interface LastStep {
  confirm: Button;
  cancel: Button;
  /** To another deadline. */
  otherDue: (label: Html) => Button;
  /** To this step with another deadline. */
  withDue: (label: Html, due: number) => Button;
}

/** The buttons of the last step before something is given: a deadline that cannot be can only be changed. */
export const lastStepRows = (
  due: DueWords,
  t: Translate,
  { confirm, cancel, otherDue, withDue }: LastStep,
): Button[][] =>
  due.isRefused
    ? [[otherDue(t('button-other-due'))], [cancel]]
    : [[confirm, cancel], whenOpenButtons(due, t, withDue)];
