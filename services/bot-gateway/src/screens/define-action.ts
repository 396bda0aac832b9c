import type { INTENTS, IntentType, MessageOf, Permission } from '@perezvon/contracts';
import type { Db } from '@perezvon/db';
import type { z } from 'zod';
import type { Html } from '../text/html.js';
import { makeCodec } from './codec.js';
import type { Address, Button } from './define-place.js';

/** Who acts, when and where: what turns params into an intent. */
export interface ActionContext {
  /** `tg-<update_id>`: the same tap is the same intent. */
  id: string;
  actorId: number;
  at: Date;
  origin: { chatId: number; messageId: number };
}

export type AnyIntent = MessageOf<(typeof INTENTS)[IntentType]>;

/** The part of an intent's contract that an action needs. */
interface IntentSource<Payload> {
  permission: Permission | null;
  of(payload: Payload, context: ActionContext): AnyIntent;
}

/** To look up what a button has no room for: a code behind its key, the calls of a selection. */
interface LookUp {
  db: Db;
  /** The clinic's: a "day" is its day. */
  timezone: string;
}

/** What a payload is made with, besides the button's params. */
interface PayloadTools extends LookUp {
  at: Date;
  actorId: number;
}

interface ActionSpec<S extends z.ZodObject, Payload> {
  /** Short and unique among screens and actions. */
  id: string;
  params: S;
  intent: IntentSource<Payload>;
  /** null: what the button is about is gone; nothing is asked for, and the person is told. */
  payload: (params: z.output<S>, tools: PayloadTools) => Payload | null | Promise<Payload | null>;
  /** The screen to draw once it is known what came of it: done, refused or given up. */
  leadsTo: (params: z.output<S>) => Address;
}

/** A tap on an action's button, with its params read. */
export interface PreparedAction {
  permission: Permission | null;
  leadsTo: Address;
  /** @returns null: what the button is about is gone. @throws what the database throws */
  intent(context: ActionContext, lookUp: LookUp): Promise<AnyIntent | null>;
}

export interface ActionEntry {
  readonly id: string;
  /** The intent's; null: anybody may ask for it. */
  readonly permission: Permission | null;
  readonly maxBytes: number;
  /** null: the button was made by another version of this action. */
  prepare(data: string): PreparedAction | null;
}

export interface Action<S extends z.ZodObject> extends ActionEntry {
  button(label: Html, params: z.input<S>): Button;
}

/** A button that asks a service for something: the tap becomes an intent, its event redraws the screen. */
export const defineAction = <S extends z.ZodObject, Payload>(spec: ActionSpec<S, Payload>): Action<S> => {
  const { id, params: schema, intent, payload, leadsTo } = spec;
  const codec = makeCodec(id, schema);
  return {
    id,
    permission: intent.permission,
    maxBytes: codec.maxBytes,
    button: (label, params) => ({
      label,
      data: codec.pack(params),
      access: intent.permission ?? 'anyone',
    }),
    prepare: (packed) => {
      const params = codec.unpack(packed);
      if (params === null) return null;
      return {
        permission: intent.permission,
        leadsTo: leadsTo(params),
        intent: async (context, { db, timezone }) => {
          const { at, actorId } = context;
          const made = await payload(params, { at, actorId, db, timezone });
          return made === null ? null : intent.of(made, context);
        },
      };
    },
  };
};
