import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createMetrics, RELAY_LAG_LIMIT_S } from '@perezvon/service';
import { parse } from 'yaml';
import { z } from 'zod';
import { SERVICE_NAMES } from '../src/services.js';
import { base, read, ROOT, scaled } from './deploy-manifests.js';

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
