-- Tasks that some units of a kind perform and others of the same kind refuse.
SELECT
  task_id,
  kind,
  MIN(content) AS content,
  COUNT(CASE WHEN applicability = 'performed' THEN 1 END) AS performed,
  COUNT(CASE WHEN applicability = 'notPerformed' THEN 1 END) AS refused
FROM task_outcomes
GROUP BY task_id, kind
HAVING COUNT(CASE WHEN applicability = 'performed' THEN 1 END) > 0
  AND COUNT(CASE WHEN applicability = 'notPerformed' THEN 1 END) > 0
ORDER BY MIN(task_order), task_id, kind
