import { z } from 'zod';

/** Telegram's limit for `callback_data`. */
export const MAX_CALLBACK_BYTES = 64;
const SEPARATOR = '.';
const RADIX = 36;
/** Length of the fingerprint: 36³ shapes. */
const FINGERPRINT_LENGTH = 3;

/** How one field stands in a button: short text there and back. */
interface FieldCodec {
  /** Describes the meaning of the packed text: another description makes old buttons outdated. */
  shape: string;
  /** The longest text that any valid value packs into. */
  maxBytes: number;
  pack(value: unknown): string;
  /** undefined: the text is no value of this field. */
  unpack(text: string): unknown;
}

const intCodec = ({ minValue, maxValue, isInt }: z.ZodNumber): FieldCodec => {
  if (!isInt) throw new Error('only whole numbers go into a button');
  const longest = [minValue, maxValue].map(
    (bound) => (bound ?? Number.MAX_SAFE_INTEGER).toString(RADIX).length,
  );
  return {
    shape: 'i',
    maxBytes: Math.max(...longest),
    pack: (value) => z.int().parse(value).toString(RADIX),
    unpack: (text) => (/^-?[0-9a-z]{1,11}$/.test(text) ? Number.parseInt(text, RADIX) : undefined),
  };
};

const choiceCodec = (choices: readonly unknown[]): FieldCodec => ({
  shape: `(${choices.map(String).join('|')})`,
  maxBytes: choices.length.toString(RADIX).length,
  pack: (value) => choices.indexOf(value).toString(RADIX),
  unpack: (text) => (/^[0-9a-z]{1,2}$/.test(text) ? choices[Number.parseInt(text, RADIX)] : undefined),
});

/** `%` escapes, so that the separator stays one. */
const stringCodec = ({ maxLength }: z.ZodString): FieldCodec => ({
  shape: 's',
  // Three bytes a UTF-16 unit: UTF-8's worst, and an escaped separator's.
  maxBytes: (maxLength ?? MAX_CALLBACK_BYTES) * 3,
  pack: (value) => {
    const text = z.string().min(1, 'an empty text reads as an absent one').parse(value);
    return text.replace(/[%.]/g, (character) => (character === '%' ? '%25' : '%2E'));
  },
  unpack: (text) => text.replace(/%2E/g, SEPARATOR).replace(/%25/g, '%'),
});

/** An empty text is the absent value. */
const absentCodec = (codec: FieldCodec, absent: null | undefined): FieldCodec => ({
  ...codec,
  shape: `${codec.shape}?`,
  pack: (value) => (value === absent ? '' : codec.pack(value)),
  unpack: (text) => (text === '' ? absent : codec.unpack(text)),
});

const scalarCodec = (schema: unknown): FieldCodec => {
  if (schema instanceof z.ZodNumber) return intCodec(schema);
  if (schema instanceof z.ZodEnum) return choiceCodec(schema.options);
  if (schema instanceof z.ZodLiteral) return choiceCodec([...schema.values]);
  if (schema instanceof z.ZodBoolean) return choiceCodec([false, true]);
  if (schema instanceof z.ZodString) return stringCodec(schema);
  if (schema instanceof z.ZodOptional) return absentCodec(scalarCodec(schema.unwrap()), undefined);
  if (schema instanceof z.ZodNullable) return absentCodec(scalarCodec(schema.unwrap()), null);
  throw new Error('a button takes whole numbers, choices, booleans and short strings');
};

/** A group of fields that is there or not as a whole (a cursor): one scalar of parts joined by `~`. */
const groupCodec = (schema: z.ZodObject): FieldCodec => {
  const parts = Object.entries(schema.shape).map(([name, part]) => ({ name, codec: scalarCodec(part) }));
  if (parts.some(({ codec }) => codec.shape.startsWith('s')))
    throw new Error('a group takes no strings: their characters could be its separator');
  return {
    shape: `{${parts.map(({ name, codec }) => `${name}:${codec.shape}`).join(',')}}`,
    maxBytes: parts.reduce((sum, { codec }) => sum + codec.maxBytes + 1, -1),
    pack: (value) => {
      const record = z.record(z.string(), z.unknown()).parse(value);
      return parts.map(({ name, codec }) => codec.pack(record[name])).join('~');
    },
    unpack: (text) => {
      const texts = text.split('~');
      if (texts.length !== parts.length) return undefined;
      return Object.fromEntries(
        parts.map(({ name, codec }, index) => [name, codec.unpack(texts[index] ?? '')]),
      );
    },
  };
};

const fieldCodec = (schema: unknown): FieldCodec => {
  if (schema instanceof z.ZodObject) return groupCodec(schema);
  if (schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodObject)
    return absentCodec(fieldCodec(schema.unwrap()), undefined);
  return scalarCodec(schema);
};

/** FNV-1a: short, stable over versions of Node. */
const fingerprintOf = (shape: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < shape.length; index += 1)
    hash = Math.imul(hash ^ shape.charCodeAt(index), 0x01000193) >>> 0;
  return (hash % RADIX ** FINGERPRINT_LENGTH).toString(RADIX).padStart(FINGERPRINT_LENGTH, '0');
};

/** Packs the params of one screen or action into a button, and reads them back. */
export interface ParamsCodec<S extends z.ZodObject> {
  /** The longest `callback_data` of any valid params. */
  readonly maxBytes: number;
  pack(params: z.input<S>): string;
  /** null: made by another version of the screen, or by nobody. */
  unpack(data: string): z.output<S> | null;
}

/** What a button carries: the id of the screen or action, the fingerprint of its params, the params. */
export const idOf = (data: string): string => data.split(SEPARATOR, 1)[0] ?? '';

/**
 * The codec of one screen or action. `callback_data` is `id.fingerprint.field.field…` in the order of the shape;
 * the fingerprint changes with the shape, so that an old button is never read as something else.
 * @throws at definition when some valid params would not fit 64 bytes: bound the numbers and strings
 */
export const makeCodec = <S extends z.ZodObject>(id: string, schema: S): ParamsCodec<S> => {
  if (!/^[a-z][a-z0-9-]{0,11}$/.test(id)) throw new Error(`the id ${id} is not short and plain`);
  const fields = Object.entries(schema.shape).map(([name, field]) => ({ name, codec: fieldCodec(field) }));
  const head = `${id}${SEPARATOR}${fingerprintOf(fields.map(({ name, codec }) => `${name}:${codec.shape}`).join(';'))}`;
  const maxBytes = fields.reduce((sum, { codec }) => sum + 1 + codec.maxBytes, head.length);
  if (maxBytes > MAX_CALLBACK_BYTES)
    throw new Error(`${id}: params may take ${maxBytes} bytes, a button holds ${MAX_CALLBACK_BYTES}`);

  return {
    maxBytes,
    pack: (params) => {
      const values: Record<string, unknown> = schema.parse(params);
      return [head, ...fields.map(({ name, codec }) => codec.pack(values[name]))].join(SEPARATOR);
    },
    unpack: (data) => {
      if (data !== head && !data.startsWith(head + SEPARATOR)) return null;
      const texts = data.slice(head.length + 1).split(SEPARATOR);
      if (fields.length > 0 && texts.length !== fields.length) return null;
      const values = fields.map(({ name, codec }, index) => [name, codec.unpack(texts[index] ?? '')]);
      return schema.safeParse(Object.fromEntries(values)).data ?? null;
    },
  };
};
