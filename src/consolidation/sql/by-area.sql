-- By area of the annex, in its order.
SELECT
  section,
  section_title,
/* figures */
FROM task_outcomes
GROUP BY section, section_title
ORDER BY MIN(task_order), section, section_title
