import type { Html } from './html.js';
import type { Translate } from './translate.js';

/**
 * What the states of a dialogue (`state.ends_thinks_offers`) come down to for a reader, the first that fits. A
 * group in the pattern names the variant of the text.
 */
const STATES: readonly [RegExp, string][] = [
  [/^(?:blame|loose|escalation|existing_elsewhere)/, 'state-blame'],
  [/_(price|time|trust|competitor|operator_failed)$/, 'barrier'],
  [
    /^(?:first_)?goal_(booking|price|cancel|reschedule|own_booking|question|grievance|callback)/,
    'state-goal',
  ],
  [
    /^(?:stance|ends)_(agrees|thinks|will_call|asks_callback|waits|refuses|leaves|demands|settled)/,
    'state-stance',
  ],
  [/^move_(confirms|moves|cancels|waitlists|promises|offers|brushes_off|lacks)/, 'state-move'],
  [/^(?:further|new_service|second_matter|turns_to)|_further_topic/, 'state-further'],
  [/_no_(?:offer|service)$/, 'state-no_offer'],
  [/_doubts?/, 'state-doubt'],
  [/_delay$|_late_promise$/, 'state-delay'],
  [/_refuse$/, 'state-refuse'],
  [/_wish$/, 'state-wish'],
  [/promise/, 'state-promise'],
  [/^(?:cancel|is_cancelled)/, 'state-cancel'],
  [/^(?:reschedule|moving|is_moved)/, 'state-reschedule'],
  [/^price_only$/, 'state-goal-price'],
  [/^offer_|_offer$/, 'state-offer'],
  [/^dropped$/, 'state-dropped'],
];

/** `complaint.wait` → `complaint-wait`; a state becomes what it comes down to. */
const variantOf = (family: string, name: string): string => {
  if (family !== 'state') return `${family}-${name}`;
  for (const [pattern, variant] of STATES) {
    const match = pattern.exec(name);
    if (match) return match[1] === undefined ? variant : `${variant}-${match[1]}`;
  }
  return family;
};

/** A rule in words: its own, its family's, or neutral ones. Never the id itself. */
export const ruleWords = (rule: string, t: Translate): Html => {
  const [family = '', name = ''] = rule.split('.');
  return t('rule-why', { rule: variantOf(family, name), family });
};
