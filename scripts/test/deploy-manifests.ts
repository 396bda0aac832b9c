import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A file of this repository. */
export const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

const KubernetesObject = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.unknown().optional(),
});
type KubernetesObject = z.output<typeof KubernetesObject>;

/** The Kubernetes objects in a file. */
export const objectsIn = (text: string): KubernetesObject[] =>
  parseAllDocuments(text).map((document) => KubernetesObject.parse(document.toJS()));

const Kustomization = z.looseObject({
  resources: z.array(z.string()),
  patches: z.array(
    z.object({
      path: z.string().optional(),
      target: z.object({ kind: z.string(), name: z.string().default('.*') }),
    }),
  ),
});
const kustomization = (folder: string) =>
  Kustomization.parse(parse(read(`deploy/k8s/${folder}/kustomization.yaml`)));

const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const Variable = z.object({
  name: z.string(),
  valueFrom: z.strictObject({ secretKeyRef: z.strictObject({ name: z.string(), key: z.string() }) }),
});
/** What the tests below look at; a variable with a value of its own does not parse. */
const DeploymentSpec = z.looseObject({
  replicas: z.number(),
  strategy: z.looseObject({ type: z.string().optional() }),
  template: z.looseObject({
    spec: z.looseObject({
      terminationGracePeriodSeconds: z.number(),
      enableServiceLinks: z.boolean(),
      securityContext: z.looseObject({ runAsNonRoot: z.boolean(), runAsUser: z.number() }),
      containers: z.tuple([
        z.looseObject({
          image: z.string(),
          command: z.array(z.string()),
          env: z.array(Variable),
          startupProbe: Probe,
          livenessProbe: Probe,
          readinessProbe: Probe,
          resources: z.object({
            requests: z.object({ cpu: z.string(), memory: z.string() }),
            limits: z.object({ memory: z.string() }),
          }),
          securityContext: z.looseObject({
            allowPrivilegeEscalation: z.boolean(),
            readOnlyRootFilesystem: z.boolean(),
          }),
          volumeMounts: z.array(z.looseObject({ mountPath: z.string() })).optional(),
        }),
      ]),
    }),
  }),
});

const Fields = z.record(z.string(), z.unknown());
const Named = z.array(z.looseObject({ name: z.string() }));

/** A strategic merge as far as our patches need it: fields replace fields, lists of named entries merge by name. */
const merge = (base: unknown, patch: unknown): unknown => {
  const [lists, fields] = [z.tuple([Named, Named]), z.tuple([Fields, Fields])];
  const asLists = lists.safeParse([base, patch]);
  if (asLists.success) {
    const [ours, theirs] = asLists.data;
    const added = ours.filter(({ name }) => !theirs.some((entry) => entry.name === name));
    const merged = theirs.map((entry) => merge(ours.find(({ name }) => name === entry.name) ?? {}, entry));
    return [...merged, ...added];
  }
  const asFields = fields.safeParse([base, patch]);
  if (!asFields.success) return patch;
  const [ours, theirs] = asFields.data;
  const changed = Object.entries(theirs).map(([key, value]) => [key, merge(ours[key], value)]);
  return { ...ours, ...Object.fromEntries(changed) };
};

/** The base as the cluster gets it, except for what kustomize names and labels. */
const renderBase = (): KubernetesObject[] => {
  const { resources, patches } = kustomization('base');
  const files = patches.map(({ path, target }) => ({
    appliesTo: new RegExp(target.name),
    spec: objectsIn(read(`deploy/k8s/base/${path}`))[0]?.spec,
  }));
  return resources
    .flatMap((file) => objectsIn(read(`deploy/k8s/base/${file}`)))
    .map((object) => {
      const own = files.filter(
        ({ appliesTo }) => object.kind === 'Deployment' && appliesTo.test(object.metadata.name),
      );
      return { ...object, spec: own.reduce<unknown>((spec, patch) => merge(spec, patch.spec), object.spec) };
    });
};

/** What deploy/k8s/base makes. */
export const base = renderBase();
/** What deploy/k8s/keda adds. */
export const scaled = kustomization('keda')
  .resources.filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => objectsIn(read(`deploy/k8s/keda/${file}`)));
/** What deploy/k8s/webhook adds. */
export const webhook = objectsIn(read('deploy/k8s/webhook/webhook.yaml'));
/** The gateway as deploy/k8s/webhook makes it. */
export const webhookGateway = DeploymentSpec.extend({ strategy: z.unknown(), template: z.unknown() }).parse(
  merge(
    base.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'bot-gateway')?.spec,
    objectsIn(read('deploy/k8s/webhook/bot-gateway.yaml'))[0]?.spec,
  ),
);
/** One for each service. */
export const deployments = base
  .filter(({ kind }) => kind === 'Deployment')
  .map(({ metadata, spec }) => ({ name: metadata.name, spec: DeploymentSpec.parse(spec) }));
