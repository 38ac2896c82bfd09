-- Every task that cannot be counted as in time or late: the state or the deadline is not understood, or the day of
-- completion is missing. Each with its file and cell.
SELECT
  sender,
  unit,
  unit_name,
  task_id,
  content,
  applicability,
  state,
  due,
  done_on,
  file,
  sheet,
  cell
FROM task_outcomes
WHERE outcome = 'needsReview'
ORDER BY sender, unit, task_order, task_id
