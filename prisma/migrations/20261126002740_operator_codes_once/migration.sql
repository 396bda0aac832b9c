-- The next migration lets one person with access have an operator's code. Where several have it by now (a code given away
-- while its holder was blocked) nobody can tell whose calls they are: none of them sees them until somebody decides.
UPDATE "users" SET "operator_code" = NULL
WHERE "status" = 'active' AND "operator_code" IN (
  SELECT "operator_code" FROM "users" WHERE "status" = 'active' GROUP BY "operator_code" HAVING count(*) > 1
);
