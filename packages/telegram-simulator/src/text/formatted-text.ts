import type { TextEntity } from '../state/model.js';

export interface FormattedText {
  text: string;
  entities: TextEntity[];
}

/** Telegram draws no more than this many entities in one message and drops the rest silently. */
const MAX_ENTITIES = 100;

const byPosition = (a: TextEntity, b: TextEntity) => a.offset - b.offset || b.length - a.length;

const clip = (entity: TextEntity, start: number, end: number): TextEntity[] => {
  const from = Math.max(entity.offset, start);
  const to = Math.min(entity.offset + entity.length, end);
  return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
};

/** White space around a message is dropped, as Telegram does; entities move with their words. */
export const trimFormatted = ({ text, entities }: FormattedText): FormattedText => {
  const end = text.trimEnd().length;
  const start = Math.min(text.length - text.trimStart().length, end);
  return {
    text: text.slice(start, end),
    entities: entities
      .flatMap((entity) => clip(entity, start, end))
      .sort(byPosition)
      .slice(0, MAX_ENTITIES),
  };
};
