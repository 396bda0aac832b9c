import type { Clinic } from '@perezvon/clinic-hours';
import type { DbClient } from '@perezvon/db';
import type { z } from 'zod';
import type { Person } from '../people/person.js';
import type { Surroundings } from '../surroundings.js';
import type { Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import type { Attachment } from './attachment.js';
import { definePlace, type Address, type Button, type Place } from './define-place.js';

/** What a screen reads with: named query functions over `db`. */
export interface LoadTools {
  db: DbClient;
  now: () => Date;
  person: Person;
  /** The clinic's: a "day" is its day. */
  timezone: string;
  /** The bot's @name without the @: links to it begin with that. */
  botName: string;
  surroundings: Surroundings;
}

/** What a screen draws with; no database, no clock of its own. */
export interface RenderTools<Params> {
  t: Translate;
  params: Params;
  person: Person;
  now: Date;
  timezone: string;
  /** `24.11 14:05` on the clinic's clock. */
  moment: (at: Date) => string;
}

/** What reads typed words: a deadline may be named by the clinic's hours («до закрытия»). */
interface TypedTools<Params> extends RenderTools<Params> {
  clinic: Clinic;
}

/** A screen's own content; «⬅️ Назад», «🏠 Меню» and «❓» are added to it. */
export interface Drawing {
  text: Html;
  /** A row without a button that the person may press is left out. */
  rows: readonly (readonly Button[])[];
  /** Sent as a new message with the text as its caption (at most 1024 characters). */
  attachment?: Attachment;
}

/**
 * What a typed word led to: another screen, the same question again under a line that says why, words that are kept as
 * a note and the screen that goes on with its id (a button holds no words), or calls to look for.
 */
export type TypedAnswer =
  | { kind: 'open'; address: Address }
  | { kind: 'say'; text: Html }
  | { kind: 'keep'; words: string; leadsTo: (noteId: number) => Address }
  | { kind: 'find'; words: string };

interface ScreenSpec<S extends z.ZodObject, Data> {
  id: string;
  permission: Place<S>['permission'];
  params: S;
  isQuestion?: boolean;
  /** One page's worth of rows; null: what the screen is about does not exist (any more). */
  load: (tools: LoadTools, params: z.output<S>) => Promise<Data | null> | Data | null;
  /** Pure: the same data always give the same drawing. */
  render: (data: Data, tools: RenderTools<z.output<S>>) => Drawing;
  /** A screen that also waits for typed words: the next text in this chat comes here. */
  typed?: (text: string, tools: TypedTools<z.output<S>>) => TypedAnswer;
}

type RenderBase = Omit<RenderTools<unknown>, 'params'>;
type TypedBase = Omit<TypedTools<unknown>, 'params'>;

/** A screen with its params read: what the navigator works with. */
export interface OpenScreen {
  address: Address;
  permission: Place<z.ZodObject>['permission'];
  /** null: gone. @throws what the database throws */
  draw(load: LoadTools, render: RenderBase): Promise<Drawing | null>;
  /** null: it waits for no words. */
  typed: ((text: string, tools: TypedBase) => TypedAnswer) | null;
}

export interface ScreenEntry {
  readonly id: string;
  readonly permission: Place<z.ZodObject>['permission'];
  /** The longest `callback_data` that leads here. */
  readonly maxBytes: number;
  /** A step on the way to an answer, see `PlaceSpec`. */
  readonly isQuestion?: boolean;
  /** null: the button was made by another version of this screen. */
  open(data: string): OpenScreen | null;
}

export type Screen<S extends z.ZodObject> = Place<S> & ScreenEntry;

/** A screen is a query and a pure drawing. */
export const defineScreen = <S extends z.ZodObject, Data>(spec: ScreenSpec<S, Data>): Screen<S> => {
  const { load, render, typed } = spec;
  const { id, permission, params: schema, isQuestion = false } = spec;
  const place = definePlace({ id, permission, params: schema, isQuestion });
  return {
    ...place,
    maxBytes: place.codec.maxBytes,
    open: (packed) => {
      const params = place.codec.unpack(packed);
      if (params === null) return null;
      return {
        address: { data: packed },
        permission,
        draw: async (loadTools, renderTools) => {
          const data = await load(loadTools, params);
          return data === null ? null : render(data, { ...renderTools, params });
        },
        typed: typed ? (text, typedTools) => typed(text, { ...typedTools, params }) : null,
      };
    },
  };
};
