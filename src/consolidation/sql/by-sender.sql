-- By unit directly below, which sent its workbook: schools, or communes where these consolidated before.
SELECT
  task_outcomes.sender,
  COALESCE(MAX(units.name), '') AS sender_name,
/* figures */
FROM task_outcomes
LEFT JOIN units ON units.code = task_outcomes.sender
GROUP BY task_outcomes.sender
ORDER BY MIN(COALESCE(units.unit_order, 2147483647)), task_outcomes.sender
