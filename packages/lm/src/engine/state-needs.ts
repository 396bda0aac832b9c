import type { Hit } from './match.js';
import type { ReadCall } from './prepare.js';
import type { Commerce } from './state-commerce.js';
import type { FactSheet } from './facts.js';
import type { Tags } from './tags.js';

const FIRST_CLIENT_TURN_ORDER = 1;
const ASKING = [
  'cross_sell.also_asks',
  'cross_sell.other_person',
  'cross_sell.someday',
  'cross_sell.and_for_him',
  'cross_sell.symptom',
];

const serviceOf = (hit: Hit): string => hit.turn.words[hit.from]?.stem ?? '';

/** The client's words for a service, or the operator's, that nobody had named before. */
const newServices = (tags: Tags): Hit[] => {
  const known = new Set<string>();
  return tags.of('service.named').filter((hit) => {
    const name = serviceOf(hit);
    const isNew = !known.has(name);
    known.add(name);
    return isNew && hit.turn.speaker === 'client' && hit.turn.order > FIRST_CLIENT_TURN_ORDER;
  });
};

const saidBack = (hit: Hit, tags: Tags): boolean =>
  tags
    .of('service.named')
    .some(
      (other) =>
        other.turn.speaker === 'operator' &&
        other.turn.index > hit.turn.index + 1 &&
        serviceOf(other) === serviceOf(hit),
    );

const LOOSE = ['need.extra_marker', 'need.asks_if_offered', 'need.worry', 'need.wish_later'];

/** Signs of a second matter after the client's first words, and how many kinds of them meet in one turn. */
const addLooseSigns = (tags: Tags, closed: Hit | undefined, sheet: FactSheet): void => {
  const kindsByTurn = new Map<number, Hit[]>();
  for (const id of LOOSE) {
    for (const hit of tags.of(id)) {
      if (hit.turn.order <= FIRST_CLIENT_TURN_ORDER) continue;
      const known = kindsByTurn.get(hit.turn.index) ?? [];
      if (!known.some(({ rule }) => rule === hit.rule)) kindsByTurn.set(hit.turn.index, [...known, hit]);
    }
  }
  const richest = [...kindsByTurn.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  for (let count = 1; count <= richest.length; count += 1) sheet.add(`second_matter_${count}`, richest[0]);
  const withService = [...kindsByTurn.values()].find((hits) =>
    tags.of('service.named').some(({ turn }) => turn === hits[0]?.turn),
  )?.[0];
  sheet.add('second_matter_service', withService);
  const last = [...kindsByTurn.values()].at(-1)?.[0];
  sheet.add(
    'second_matter_after',
    closed !== undefined && last !== undefined && last.turn.index > closed.turn.index ? last : undefined,
  );
};

/** A further need: something else that the client asks about after the main matter, and that is not booked too. */
export const readFurtherNeeds = (
  { dialogue }: ReadCall,
  tags: Tags,
  { booked, moved }: Commerce,
  sheet: FactSheet,
): void => {
  const late = newServices(tags);
  const both = tags.last('booking.two_services');
  const asks = tags.last(...ASKING);
  const closed = booked ?? moved;
  addLooseSigns(tags, closed, sheet);
  sheet.add('new_service', late[0]);
  sheet.add(
    'new_service_open',
    late.find((hit) => !saidBack(hit, tags)),
  );
  sheet.add(
    'new_service_asked',
    late.find((hit) => ASKING.some((id) => tags.of(id).some(({ turn }) => turn === hit.turn))),
  );
  sheet.add('further_both', both);
  sheet.add('further_asked', asks);
  sheet.add('further_open', both === undefined ? asks : undefined);
  sheet.add('further_late', asks !== undefined && asks.turn.order > dialogue.length / 2 ? asks : undefined);
  sheet.add(
    'further_after_booking',
    closed !== undefined && asks !== undefined && asks.turn.index > closed.turn.index ? asks : undefined,
  );
  sheet.add('further_declined', tags.last('cross_sell.declines'));
  sheet.add('further_ignored', tags.last('cross_sell.operator_ignores') && asks);
};
