import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { z } from 'zod';
import { SERVICE_NAMES } from '../src/services.js';
import {
  base,
  deployments,
  objectsIn,
  read,
  ROOT,
  scaled,
  webhook,
  webhookGateway,
} from './deploy-manifests.js';

const podOf = (name: string) => {
  const pod = deployments.find((deployment) => deployment.name === name)?.spec.template.spec;
  if (pod === undefined) throw new Error(`no Deployment ${name}`);
  return { pod, container: pod.containers[0] };
};
const secretsOf = (name: string): string[] => podOf(name).container.env.map((variable) => variable.name);

/** An empty object of each kind that we use, which checks itself against the API's schema. */
const MODELS = new Map<string, () => { validate(): void }>([
  ['Deployment', () => new Deployment()],
  ['Ingress', () => new Ingress()],
  ['Namespace', () => new Namespace()],
  ['PersistentVolumeClaim', () => new PersistentVolumeClaim()],
  ['PodDisruptionBudget', () => new PodDisruptionBudget()],
  ['ScaledObject', () => new ScaledObject()],
  ['Service', () => new Service()],
]);

describe('deploy/k8s', () => {
  test.each(
    [...base, ...scaled, ...webhook].map((object) => [object.kind, object.metadata.name, object] as const),
  )('%s %s fits the schema of the API', (kind, _name, object) => {
    const model = MODELS.get(kind)?.();
    if (model === undefined) throw new Error(`no schema for ${kind}: add it`);
    Object.assign(model, object);
    expect(() => model.validate()).not.toThrow();
  });

  test('every service has one Deployment, and every Deployment is a service', () => {
    expect(deployments.map(({ name }) => name).toSorted()).toEqual(SERVICE_NAMES.toSorted());
  });

  test.each(SERVICE_NAMES)(
    '%s runs its own entry, is probed, and cannot become root or change its code',
    (name) => {
      const { pod, container } = podOf(name);
      expect(container).toMatchObject({
        image: 'perezvon',
        command: ['node', `services/${name}/dist/main.js`],
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        startupProbe: { httpGet: { path: '/healthz', port: 'health' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'health' } },
      });
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1_000 });
      // runService ends a process after nine seconds, call-ingest pauses five before.
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(9 + 5);
      expect(pod.enableServiceLinks).toBe(false);
    },
  );

  test('who serves people and senders goes on when the queue is down; the others say that they cannot work', () => {
    const serving = ['call-ingest', 'queue-board'];
    for (const name of SERVICE_NAMES)
      expect(podOf(name).container.readinessProbe.httpGet).toEqual(
        serving.includes(name) ? { path: '/healthz', port: 'http' } : { path: '/readyz', port: 'health' },
      );
  });

  test('Telegram has one reader and the chain one writer, also while they are replaced', () => {
    const single = deployments.filter(({ spec }) => spec.strategy.type === 'Recreate');
    expect(single.map(({ name, spec }) => [name, spec.replicas])).toEqual([
      ['audit', 1],
      ['bot-gateway', 1],
    ]);
  });

  test('with a webhook there are several gateways, each replaced before it goes, ready while it listens', () => {
    expect(webhookGateway).toMatchObject({
      replicas: 2,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
      template: {
        spec: {
          containers: [
            {
              ports: expect.arrayContaining([{ name: 'webhook', containerPort: 8_443 }]),
              readinessProbe: { httpGet: null, tcpSocket: { port: 'webhook' } },
              env: expect.arrayContaining(
                ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'].map((name) => ({
                  name,
                  valueFrom: { secretKeyRef: { name: 'perezvon-webhook', key: name } },
                })),
              ),
            },
          ],
        },
      },
    });
    const service = webhook.find(({ kind }) => kind === 'Service');
    expect(service?.spec).toMatchObject({ ports: [{ targetPort: 'webhook' }] });
  });

  test('only audit can write, to a volume that is its PEREZVON_HOME: nobody generates a secret of his own', () => {
    const home = /PEREZVON_HOME=(\S+)/.exec(read('deploy/k8s/base/kustomization.yaml'))?.[1];
    const writable = deployments.flatMap(({ name }) =>
      (podOf(name).container.volumeMounts ?? []).map(({ mountPath }) => [name, mountPath]),
    );
    expect(writable).toEqual([['audit', home]]);
    expect(read('Dockerfile')).not.toContain(`VOLUME ${home}`);
  });

  test('each service gets its own secrets and no others', () => {
    const shared = ['DATABASE_URL', 'REDIS_URL'];
    const own: Record<string, string[]> = {
      'call-ingest': ['INGEST_TOKEN', 'PHONE_ENCRYPTION_KEY', 'PHONE_HASH_KEY'],
      'bot-gateway': ['PHONE_HASH_KEY', 'SUPREME_DEV_TELEGRAM_IDS', 'TELEGRAM_BOT_TOKEN'],
      'queue-board': ['OPS_PASSWORD'],
    };
    for (const name of SERVICE_NAMES)
      expect(secretsOf(name).toSorted()).toEqual([...shared, ...(own[name] ?? [])].toSorted());
  });

  test('the example names exactly the secrets that are asked for, and has no value', () => {
    const lines = read('deploy/k8s/secrets.env.example').split('\n');
    const given = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const asked = new Set(SERVICE_NAMES.flatMap(secretsOf));
    expect(given.toSorted()).toEqual([...asked].map((name) => `${name}=`).toSorted());
    expect(read('deploy/.gitignore').split('\n')).toContain('*.env');
  });

  test('nothing that is committed holds a secret', () => {
    const files = readdirSync(`${ROOT}deploy`, { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => read(`deploy/${file}`));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).not.toMatch(/(TOKEN|PASSWORD|KEY|_URL)\s*[=:]\s*\S|:\/\/[^\s/]+@/);
    expect(base.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });

  test('KEDA scales Deployments that there are, none of them an only one', () => {
    const Target = z.looseObject({
      scaleTargetRef: z.object({ name: z.string() }),
      minReplicaCount: z.number(),
    });
    const targets = scaled.map(({ spec }) => Target.parse(spec));
    expect(targets.map(({ scaleTargetRef }) => scaleTargetRef.name)).toEqual(['call-ingest', 'lm-scoring']);
    for (const { scaleTargetRef, minReplicaCount } of targets) {
      const target = deployments.find(({ name }) => name === scaleTargetRef.name);
      expect(target?.spec.strategy.type).not.toBe('Recreate');
      expect(minReplicaCount).toBe(target?.spec.replicas);
    }
  });

  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
  (hasKubectl ? test.each(['base', 'keda']) : test.skip.each(['base', 'keda']))(
    'kubectl renders %s to what is tested here',
    (folder) => {
      const { stdout, stderr } = spawnSync('kubectl', ['kustomize', `deploy/k8s/${folder}`], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const rendered = objectsIn(stdout);
      for (const { name, spec } of deployments) {
        const found = rendered.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name);
        const { containers, ...pod } = spec.template.spec;
        expect(found?.spec).toMatchObject({ template: { spec: pod } });
        const { image: _image, envFrom: _envFrom, ...ours } = containers[0];
        expect(found?.spec).toMatchObject({ template: { spec: { containers: [ours] } } });
      }
    },
  );
});
