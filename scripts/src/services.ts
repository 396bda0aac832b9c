/**
 * Every process of the product, in the order it is started: who consumes before who produces, so that the first
 * message already finds its reader.
 */
export const SERVICE_NAMES = [
  'audit',
  'lm-scoring',
  'reporting',
  'assignment',
  'call-ingest',
  'bot-gateway',
  'queue-board',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export const isServiceName = (name: string): name is ServiceName =>
  SERVICE_NAMES.some((known) => known === name);

/** The compiled entry of a service: the same file in production, here and in the containers. */
export const serviceEntry = (name: ServiceName): URL =>
  new URL(`../../services/${name}/dist/main.js`, import.meta.url);
