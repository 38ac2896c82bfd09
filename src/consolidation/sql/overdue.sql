-- Every task that is open past its last day, the oldest first, each with its file and cell.
SELECT
  sender,
  unit,
  unit_name,
  task_id,
  content,
  lead_unit,
  due,
  outcome,
  file,
  sheet,
  cell
FROM task_outcomes
WHERE outcome IN ('inProgressLate', 'notStartedLate')
ORDER BY due, sender, unit, task_order, task_id
