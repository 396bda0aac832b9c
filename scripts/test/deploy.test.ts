import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { createMetrics, RELAY_LAG_LIMIT_S } from '@perezvon/service';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Service } from 'kubernetes-models/v1/Service';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { parse } from 'yaml';
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

const Rules = z.object({
  groups: z.tuple([
    z.looseObject({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string(),
          labels: z.object({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.object({ summary: z.string(), symptom: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ]),
});
const Dashboard = z.looseObject({
  panels: z.array(
    z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ expr: z.string() })).nonempty() }),
  ),
});
const alerts = Rules.parse(parse(read('deploy/prometheus/alerts.yml'))).groups[0].rules;
const dashboard = Dashboard.parse(JSON.parse(read('deploy/grafana/dashboard.json')));

/** Prometheus makes this one itself. */
const OF_PROMETHEUS = 'up';
/** A histogram is asked for by its series. */
const HISTOGRAM_SERIES = /_(bucket|count|sum)$/;
const METRIC = /\b(?:perezvon|nodejs|process)_[a-z0-9_]+\b|\bup\b/g;

/** Names of metrics that the code registers: those every process has, and those written down in a service. */
const listRegistered = (): Set<string> => {
  const everyProcess = createMetrics()
    .registry.getMetricsAsArray()
    .map(({ name }) => name);
  const sources = SERVICE_NAMES.flatMap((service) => {
    const files = readdirSync(`${ROOT}services/${service}/src`, { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(`services/${service}/src/${file}`));
  });
  const ofServices = sources.flatMap((text) =>
    [...text.matchAll(/'(perezvon_[a-z_]+)'/g)].map(([, name = '']) => name),
  );
  return new Set([OF_PROMETHEUS, ...everyProcess, ...ofServices]);
};

describe('deploy/prometheus, deploy/grafana', () => {
  const known = listRegistered();
  const scaling = scaled.flatMap(({ metadata, spec }) =>
    [...JSON.stringify(spec).matchAll(/"query":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, query = '']) => [`KEDA: ${metadata.name}`, query] as const,
    ),
  );
  const queries = [
    ...scaling,
    ...alerts.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
    ...dashboard.panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => [`panel ${title}`, expr] as const),
    ),
  ];

  test.each(queries)('%s asks for metrics that exist', (_where, query) => {
    // Labels are no metrics.
    const asked = [...query.replaceAll(/\{[^}]*\}/g, '').matchAll(METRIC)].map(([name]) => name);
    expect(asked).not.toEqual([]);
    expect(
      asked.filter((name) => !known.has(name) && !known.has(name.replace(HISTOGRAM_SERIES, ''))),
    ).toEqual([]);
  });

  test('lm-scoring is scaled by all that waits, whatever its priority', () => {
    expect(scaling).toHaveLength(1);
    expect(scaling[0]?.[1]).toContain('waiting|prioritized');
  });

  test.each(alerts.map((rule) => [rule.alert, rule] as const))(
    '%s leads to a line of the runbook',
    (_name, rule) => {
      const [file = '', anchor] = rule.annotations.runbook.split('#');
      const runbook = read(file);
      expect(runbook.toLowerCase().split('\n')).toContain(`# ${anchor}`);
      expect(runbook).toContain(`| ${rule.annotations.symptom} |`);
    },
  );

  test('the relay alarm and /readyz have the same limit', () => {
    const lag = alerts.find(({ alert }) => alert === 'PerezvonRelayLag');
    expect(lag?.expr).toBe(`max(perezvon_outbox_lag_seconds) > ${RELAY_LAG_LIMIT_S}`);
  });

  test('Prometheus asks every service at the port where it answers, by the name that lists its processes', () => {
    const Scrapes = z.looseObject({
      scrape_configs: z.array(
        z.looseObject({
          job_name: z.string(),
          dns_sd_configs: z.tuple([z.looseObject({ names: z.array(z.string()), port: z.number() })]),
        }),
      ),
    });
    const config = Scrapes.parse(parse(read('deploy/prometheus/prometheus.yml')));
    const asked = config.scrape_configs.map(({ dns_sd_configs: [{ names, port }] }) => ({ names, port }));
    expect(asked).toEqual([
      { names: SERVICE_NAMES.toSorted(), port: 9_100 },
      { names: ['queue-board'], port: 8_081 },
    ]);
    for (const name of SERVICE_NAMES) {
      const listing = base.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name);
      expect(listing?.spec).toMatchObject({
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector: { 'app.kubernetes.io/name': name },
      });
    }
  });
});
