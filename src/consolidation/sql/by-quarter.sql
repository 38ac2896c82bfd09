-- By the quarter the task is due in, both NULL where it has no date.
SELECT
  EXTRACT(YEAR FROM due) AS due_year,
  EXTRACT(QUARTER FROM due) AS due_quarter,
/* figures */
FROM task_outcomes
GROUP BY EXTRACT(YEAR FROM due), EXTRACT(QUARTER FROM due)
ORDER BY MIN(COALESCE(due, DATE '9999-12-31'))
