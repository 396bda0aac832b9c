import type { z } from 'zod';
import type { Access } from '../people/person.js';
import type { Html } from '../text/html.js';
import { makeCodec, type ParamsCodec } from './codec.js';

/** A screen with its params, packed as a button carries them. */
export interface Address {
  readonly data: string;
}

/** One button; it is left out for people who may not press it. */
export interface Button {
  label: Html;
  /** `callback_data`, at most 64 bytes. */
  data: string;
  access: Access;
}

interface PlaceSpec<S extends z.ZodObject> {
  /** Short and unique among screens and actions: it stands in every button. */
  id: string;
  permission: Access;
  /** Whole numbers, choices, booleans, short strings, groups of numbers; bounded so that they fit 64 bytes. */
  params: S;
  /**
   * A step on the way to an answer (whom, until when, which operator): with the answer the way forgets it, and «Назад»
   * does not lead into it again.
   */
  isQuestion?: boolean;
}

export interface Place<S extends z.ZodObject> extends PlaceSpec<S> {
  readonly codec: ParamsCodec<S>;
  address(params: z.input<S>): Address;
  link(label: Html, params: z.input<S>): Button;
}

/**
 * The name and params of a screen without its drawing: what others link to. Two screens that lead to each other
 * import each other's place, not each other.
 */
export const definePlace = <S extends z.ZodObject>(spec: PlaceSpec<S>): Place<S> => {
  const codec = makeCodec(spec.id, spec.params);
  return {
    ...spec,
    codec,
    address: (params) => ({ data: codec.pack(params) }),
    link: (label, params) => ({ label, data: codec.pack(params), access: spec.permission }),
  };
};
