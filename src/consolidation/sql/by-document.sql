-- By document that gives the tasks, in the order they were consolidated in.
SELECT
  document,
/* figures */
FROM task_outcomes
GROUP BY document
ORDER BY MIN(task_order), document
