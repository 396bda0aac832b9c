import { z } from 'zod';
import { ENTITY_TYPES, type TextEntity } from '../state/model.js';
import { detectEntities } from '../text/detect-entities.js';
import { type FormattedText, trimFormatted } from '../text/formatted-text.js';
import { HtmlError, parseHtml } from '../text/parse-html.js';
import { badRequest } from './api-error.js';
import { JsonParam } from './params.js';

/** Bot API limits, counted after entities are parsed. UTF-16 units: the strictest reading of «characters». */
export const MAX_TEXT = 4_096;
export const MAX_CAPTION = 1_024;

const WireEntity = z.looseObject({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  url: z.string().optional(),
  language: z.string().optional(),
});

export const EntitiesParam = JsonParam(z.array(WireEntity)).optional();
type WireEntities = z.infer<typeof EntitiesParam>;

export interface ComposedText extends FormattedText {
  /** The source when it was HTML, else null. */
  html: string | null;
}

const isDrawn = (type: string): type is TextEntity['type'] => ENTITY_TYPES.some((known) => known === type);

/** Entities that the chat does not draw (custom emoji, dates) leave plain text behind. */
const drawnEntities = (entities: WireEntities): TextEntity[] =>
  (entities ?? []).flatMap(({ type, offset, length, url, language }) =>
    isDrawn(type)
      ? [
          {
            type,
            offset,
            length,
            ...(url !== undefined && { url }),
            ...(language !== undefined && { language }),
          },
        ]
      : [],
  );

const parseMarkup = (source: string): FormattedText => {
  try {
    return parseHtml(source);
  } catch (error) {
    if (error instanceof HtmlError) throw badRequest(`can't parse entities: ${error.message}`);
    throw error;
  }
};

/**
 * Text or caption as people will read it.
 * @throws ApiError 400 for markup Telegram would refuse, or a parse mode other than HTML
 */
export const composeText = (
  source: string,
  { parseMode, entities }: { parseMode: string | undefined; entities: WireEntities },
): ComposedText => {
  const mode = (parseMode ?? '').toLowerCase();
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  const parsed = mode === 'html' ? parseMarkup(source) : { text: source, entities: drawnEntities(entities) };
  return { ...trimFormatted(detectEntities(parsed)), html: mode === 'html' ? source : null };
};
