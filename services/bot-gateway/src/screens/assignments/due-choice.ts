import { duePresets, fromDueMinute, toDueMinute } from '../../domain/due-presets.js';
import { parseDue, printDue } from '../../text/due-words.js';
import { spanWords } from '../../text/span-words.js';
import type { Html } from '../../text/html.js';
import type { Address, Button } from '../define-place.js';
import type { RenderTools, TypedAnswer } from '../define-screen.js';

type Tools = Pick<RenderTools<unknown>, 't' | 'now' | 'timezone'>;

/**
 * Buttons of the deadlines that still lie ahead; each carries its moment, so that an old one never means another.
 * @param laterThan the deadline that is put off: an earlier one would be refused
 */
export const dueRows = (
  { t, now, timezone }: Tools,
  link: (label: Html, due: number) => Button,
  laterThan: Date = now,
): Button[][] =>
  duePresets(now, timezone)
    .filter(({ at }) => toDueMinute(at) > toDueMinute(laterThan))
    .map(({ preset, at }) => [link(t('due-preset', { preset }), toDueMinute(at))]);

/** What somebody typed as a deadline: on to its confirmation, or why not. */
export const answerTypedDue = (
  text: string,
  { t, now, timezone }: Tools,
  confirm: (due: number) => Address,
): TypedAnswer => {
  const due = parseDue(text, now, timezone);
  if (due === null) return { kind: 'say', text: t('due-not-understood') };
  if (due.kind === 'past')
    return { kind: 'say', text: t('due-past', { at: printDue(due.at, now, timezone) }) };
  return { kind: 'open', address: confirm(toDueMinute(due.at)) };
};

/** A deadline in words: `25.11 18:00, через 5 часов`; or that it has passed. */
export const dueLine = (due: number, { t, now, timezone }: Tools): { text: Html; isPast: boolean } => {
  const at = fromDueMinute(due);
  const words = printDue(at, now, timezone);
  if (at <= now) return { text: t('due-past', { at: words }), isPast: true };
  return {
    text: t('due-line', { at: words, span: spanWords(at.getTime() - now.getTime(), t) }),
    isPast: false,
  };
};
