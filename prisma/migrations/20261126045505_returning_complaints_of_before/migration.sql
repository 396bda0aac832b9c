-- Complaints that were scored before `client_call_number` existed; new ones are noted as they are scored. A number with
-- more than twenty calls in a month is not one client's.
UPDATE "call_scores" AS s SET "client_call_number" = counted.number
FROM (
  SELECT c.history_id, 1 + (
    SELECT count(*) FROM "calls" AS e
    WHERE e.client_phone_hash = c.client_phone_hash AND e.direction = 'inbound'
      AND e.call_date >= c.call_date - interval '30 days'
      AND (e.call_date, e.history_id) < (c.call_date, c.history_id)
  ) AS number
  FROM "call_scores" AS scored JOIN "calls" AS c USING (history_id)
  WHERE scored.is_current AND scored.complaint_risk_flag AND c.direction = 'inbound' AND c.client_phone_hash IS NOT NULL
) AS counted
WHERE s.history_id = counted.history_id AND s.is_current AND counted.number <= 20;
