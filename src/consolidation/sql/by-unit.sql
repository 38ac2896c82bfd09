-- By the unit itself that performs the tasks, whoever passed its workbook on.
SELECT
  sender,
  unit,
  MIN(unit_name) AS unit_name,
/* figures */
FROM task_outcomes
GROUP BY sender, unit
ORDER BY sender, unit
