-- The whole: one row.
SELECT
/* figures */
FROM task_outcomes
